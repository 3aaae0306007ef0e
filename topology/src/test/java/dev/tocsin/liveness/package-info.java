/** Lives and attacks as whole histories: what Tocsin as shipped says about them. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.liveness;
