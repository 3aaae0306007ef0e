package dev.tocsin.archprobe.streams;

import dev.tocsin.archprobe.http.Page;

/** Guilty: the topology knows a page. */
public interface SeesHttp {
    Page up();
}
