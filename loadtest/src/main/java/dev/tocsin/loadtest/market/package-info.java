/** Stands in for a marketplace of up to 100 million accounts, in event-time order and without holding them. Pure: no broker, clock or file. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.market;
