/**
 * What a service publishes and binds, as a file in its resources. {@link
 * dev.eventmanager.contracts.service.ServiceContract} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.service;

import org.jspecify.annotations.NullMarked;
