/** The thresholds document: how every detector is tuned, read with every fault named. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.thresholds;
