/**
 * What changed between two JSON Schemas of one event, and who can still read whom. {@link
 * dev.eventmanager.contracts.compatibility.change.SchemaComparison} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.compatibility.change;

import org.jspecify.annotations.NullMarked;
