/** What operators and probes may ask a running detector. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.http;
