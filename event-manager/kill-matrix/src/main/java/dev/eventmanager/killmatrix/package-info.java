/**
 * Proves the promises about delivery by breaking everything they depend on. {@link
 * dev.eventmanager.killmatrix.KillMatrix} is the program, {@link
 * dev.eventmanager.killmatrix.Matrix} what it and the short form in the build run.
 */
@NullMarked
package dev.eventmanager.killmatrix;

import org.jspecify.annotations.NullMarked;
