/** The command {@code deploy/tocsin generate}: a market's events and labels as files. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.generate;
