/** The image, run as a platform team runs it, beside the public images of Kafka and of a schema registry. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.container;
