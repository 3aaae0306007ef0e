package dev.tocsin.yaml;

/**
 * What stands under a key.
 *
 * @param where its path, and the variable if that is where it stands
 */
record Given(String where, Node node) {}
