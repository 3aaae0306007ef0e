package dev.tocsin.archprobe.engine;

import dev.tocsin.archprobe.streams.SeesHttp;

/** Guilty: the pure core knows where events come from. */
public interface SeesStreams {
    SeesHttp up();
}
