/**
 * Speaks to the operations endpoint of one service. {@link
 * dev.eventmanager.command.service.OperationsEndpoint} is the door; what it cannot do it says with
 * the next step.
 */
@NullMarked
package dev.eventmanager.command.service;

import org.jspecify.annotations.NullMarked;
