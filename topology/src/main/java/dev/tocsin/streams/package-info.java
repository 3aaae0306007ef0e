/** The topology, its one stateful processor, and the life of the application around it. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.streams;
