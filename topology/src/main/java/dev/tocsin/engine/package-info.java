/** Joins remembering, judging and deciding: (state, event, rules) to (new state, what changed). Pure. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.engine;
