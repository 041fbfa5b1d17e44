/**
 * The whole catalogue as one AsyncAPI 3.0 document. {@link
 * dev.eventmanager.contracts.asyncapi.AsyncApiDocument} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.asyncapi;

import org.jspecify.annotations.NullMarked;
