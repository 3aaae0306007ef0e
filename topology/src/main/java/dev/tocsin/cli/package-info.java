/** The commands. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.cli;
