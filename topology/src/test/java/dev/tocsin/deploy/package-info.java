/** Holds what lies in {@code deploy/} (rules, dashboards, chart) against the detector that it is for. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.deploy;
