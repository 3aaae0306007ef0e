@NullMarked
package dev.tocsin.sandbox;

import org.jspecify.annotations.NullMarked;
