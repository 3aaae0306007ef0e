package dev.tocsin.thresholds;

import java.util.List;

/**
 * Some accounts that are judged by rules of their own.
 *
 * @param name of the segment, as events carry it
 * @param accounts that belong to it whatever their events say
 */
record Segment(String name, List<String> accounts, Tunings tunings) {}
