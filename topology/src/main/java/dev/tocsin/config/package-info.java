/** What the application is told at start: one YAML file, overridden by environment variables. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.config;
