package dev.tocsin.codec;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.IpAddress;
import java.util.function.Function;

/**
 * Whom to ask for what an event does not say itself. Both are asked from many threads.
 *
 * @param addresses what is known of an address, {@link AddressInfo#UNKNOWN} for nothing
 * @param agents a User-Agent header without what its updates change; always the same of the same, for answers are kept
 */
public record Enrichment(Function<IpAddress, AddressInfo> addresses, Function<String, String> agents) {}
