/**
 * JSON Schemas of payloads: made from what the codec writes, and checked against strictly for what
 * is written, tolerantly for what is read. {@link dev.eventmanager.contracts.schema.EventSchema} is
 * the door.
 */
@NullMarked
package dev.eventmanager.contracts.schema;

import org.jspecify.annotations.NullMarked;
