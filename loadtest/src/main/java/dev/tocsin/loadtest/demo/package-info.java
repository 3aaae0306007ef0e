/** The demo: sandbox, detector and made-up traffic in one process, and the alerts as they come. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.loadtest.demo;
