package dev.tocsin.loadtest.bench;

/**
 * Clocks and counters at one moment.
 *
 * @param appCpuNanos CPU time that this process has used
 * @param brokerCpuNanos the same of the broker's
 * @param machineCpuNanos the same of all processes together; 0 where the system does not tell
 */
record Reading(long nanos, long records, long appCpuNanos, long brokerCpuNanos, long machineCpuNanos) {}
