/**
 * The test that a service keeps its contract: what its patterns admit is handled, what it publishes
 * is valid, and its file says both. {@link dev.eventmanager.testkit.service.ServiceContractTest} is
 * the door.
 */
@NullMarked
package dev.eventmanager.testkit.service;

import org.jspecify.annotations.NullMarked;
