/**
 * The events that are declared, as one set to look things up in. {@link
 * dev.eventmanager.catalogue.EventCatalogue} is the door; a shared module of events names its own
 * with {@link dev.eventmanager.catalogue.EventDeclarations}.
 */
@NullMarked
package dev.eventmanager.catalogue;

import org.jspecify.annotations.NullMarked;
