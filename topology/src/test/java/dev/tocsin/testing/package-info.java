/** Events, places and accounts to write timelines with. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.testing;
