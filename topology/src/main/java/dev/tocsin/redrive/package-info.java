/** Puts dead letters back into the topics that they came from, each at most once. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.redrive;
