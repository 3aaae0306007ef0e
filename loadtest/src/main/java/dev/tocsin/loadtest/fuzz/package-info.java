/**
 * The command {@code deploy/tocsin fuzz}: spoilt records of every input topic, in this process, through the path that records
 * take in production. Each must be judged or refused with a reason, and cost no more than an honest one may.
 */
@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.fuzz;
