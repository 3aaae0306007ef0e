package dev.tocsin.archprobe.http;

import dev.tocsin.archprobe.streams.SeesHttp;

/** Innocent by itself; with the topology that looks back, a cycle. */
public interface Page {
    SeesHttp lookup();
}
