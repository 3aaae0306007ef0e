/** How long one event takes, part by part, without Kafka and RocksDB; {@link JmhMain} runs it. */
package dev.tocsin.loadtest.jmh;
