package dev.tocsin.streams;

import dev.tocsin.codec.EventDecoder;
import java.time.Duration;

/**
 * One of the two input topics, as the rest of the application tells them apart.
 *
 * @param maxFuture how far an event may lie after its record's timestamp
 */
record EventSource(boolean isLogin, EventDecoder decoder, Duration maxFuture) {
    String type() {
        return isLogin ? "login" : "change";
    }
}
