/**
 * The programs that are killed: services as users write them, on the starter. {@link
 * dev.eventmanager.killmatrix.worker.Worker} is their main class, {@link
 * dev.eventmanager.killmatrix.worker.Step} names where they can be told to die.
 */
@NullMarked
package dev.eventmanager.killmatrix.worker;

import org.jspecify.annotations.NullMarked;
