/**
 * What is wrong with a service is said when it starts, all of it in one message with the mends.
 * {@link dev.eventmanager.autoconfigure.startup.StartUpException} carries it.
 */
@NullMarked
package dev.eventmanager.autoconfigure.startup;

import org.jspecify.annotations.NullMarked;
