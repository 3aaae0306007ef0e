package dev.tocsin.alerting;

import dev.tocsin.detection.Detector;
import java.util.List;

/**
 * What one event is judged by: the enabled detectors, tuned, under one version of the thresholds.
 *
 * @param version written on every alert
 */
public record Rules(String version, List<Detector> detectors, Learning learning) {}
