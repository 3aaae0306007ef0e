/** Makes up the traffic of a platform: people with habits, and takeovers with a label beside them. Pure; no Kafka. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.traffic;
