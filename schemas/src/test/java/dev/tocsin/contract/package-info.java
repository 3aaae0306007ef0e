/** Guards the contracts: what was released stays readable, both ways, and the documents do not drift. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.contract;
