/**
 * Golden samples: payloads as they go on the wire, made from the schema once and kept by people
 * from then on. {@link dev.eventmanager.contracts.sample.SampleMaker} makes them, {@link
 * dev.eventmanager.contracts.sample.SampleCheck} sees that they stay true.
 */
@NullMarked
package dev.eventmanager.contracts.sample;

import org.jspecify.annotations.NullMarked;
