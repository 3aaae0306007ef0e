/** What the measurements share of the machine that they run on. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.machine;
