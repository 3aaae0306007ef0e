/** What-if: the production engine over recorded traffic, under one thresholds document or two, and what that changes. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.replay;
