/**
 * Kafka and a schema registry on this machine's loopback, started from Java.
 *
 * <pre>
 *                       Sandbox
 *           ┌──────────────┼─────────────────────┐
 *      DataDirectory    KafkaNode             Registry
 *      (one owner)      (this JVM)       ┌───────┴────────┐
 *                                   RegistryProxy → RegistryProcess
 *                                   (public port)   (child JVM: RegistryChild → Apicurio)
 * </pre>
 */
@NullMarked
package dev.tocsin.sandbox;

import org.jspecify.annotations.NullMarked;
