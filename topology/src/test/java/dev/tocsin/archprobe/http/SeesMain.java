package dev.tocsin.archprobe.http;

import dev.tocsin.archprobe.Main;

/** Guilty: something depends on the wiring. */
public interface SeesMain {
    Main main();
}
