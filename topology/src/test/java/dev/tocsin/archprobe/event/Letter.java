package dev.tocsin.archprobe.event;

/** Stands for a generated record. */
public interface Letter {
    String text();
}
