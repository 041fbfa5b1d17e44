/**
 * The tables of the library, apart from those of the service they live beside. {@link
 * dev.eventmanager.jdbc.schema.EventManagerSchema} creates and upgrades them.
 */
@NullMarked
package dev.eventmanager.jdbc.schema;

import org.jspecify.annotations.NullMarked;
