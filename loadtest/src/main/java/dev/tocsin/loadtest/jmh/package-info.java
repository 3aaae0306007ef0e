/** How long one event takes, part by part, without Kafka and RocksDB: {@code deploy/tocsin bench jmh}. */
package dev.tocsin.loadtest.jmh;
