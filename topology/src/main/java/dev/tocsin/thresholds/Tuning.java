package dev.tocsin.thresholds;

import dev.tocsin.detection.DetectorSettings;

/** How one detector is tuned. */
record Tuning(boolean enabled, DetectorSettings settings) {}
