@org.jspecify.annotations.NullMarked
package dev.tocsin.http;
