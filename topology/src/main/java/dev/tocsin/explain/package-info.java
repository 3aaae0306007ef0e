/** Why an event was judged as it was, as a document that travels as JSON and as words for a person. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.explain;
