/** The topic of thresholds: publishing a version, and following what others publish. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.publishing;
