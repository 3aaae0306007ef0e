package dev.tocsin.detection;

/**
 * One thing that a detector looked at, beside what it must be.
 *
 * @param what a noun, such as {@code speed}
 * @param seen the value, with its unit; {@code not given} and the like when it is missing
 * @param needed what the value must be for the detector to go on, such as {@code more than 900 km/h}
 */
public record Check(String what, String seen, String needed, boolean holds) {}
