/** Judges: given what an account remembers and what just happened, is this a takeover's trace? Pure. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.detection;
