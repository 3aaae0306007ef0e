package dev.tocsin.streams;

import dev.tocsin.codec.EventDecoder;

/** One of the two input topics, as the rest of the application tells them apart. */
record EventSource(boolean isLogin, EventDecoder decoder) {
    String type() {
        return isLogin ? "login" : "change";
    }
}
