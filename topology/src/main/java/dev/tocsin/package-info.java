/** Where the process starts. */
@org.jspecify.annotations.NullMarked
package dev.tocsin;
