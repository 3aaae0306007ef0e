@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.generate;
