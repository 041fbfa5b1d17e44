/**
 * What operators see of a bridge's routes and do with them over HTTP, beside the operations on parked
 * events. {@link dev.eventmanager.bridge.operate.Operable} is what a route lets them do.
 */
@NullMarked
package dev.eventmanager.bridge.operate;

import org.jspecify.annotations.NullMarked;
