/** What an address and a user agent say beyond themselves: place, network, family. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.enrich;
