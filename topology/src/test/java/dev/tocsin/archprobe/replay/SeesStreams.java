package dev.tocsin.archprobe.replay;

import dev.tocsin.archprobe.streams.SeesHttp;

/** Guilty: what judges the past knows the running application. */
public interface SeesStreams {
    SeesHttp live();
}
