/**
 * The command {@code deploy/tocsin chaos}: kills, stops and starves a running detector, and compares what it said with what
 * the same events must give.
 *
 * <pre>
 *   market ──▶ Script ──▶ Courier ──▶ Kafka (own JVM) ──▶ instances (own JVMs, supervised) ──▶ alerts, dead letters
 *                 │                      ▲                     ▲                                     │
 *                 │                      └────── Injector ─────┘  (FaultPlan, by seed)               │
 *                 └────▶ Oracle (the engine, in order) ──────────────▶ Comparison ◀──────────────────┘
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.chaos;
