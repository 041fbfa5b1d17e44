/**
 * Holds contracts against an earlier release: as a test, {@link
 * dev.eventmanager.contracts.gate.StaysCompatible}, and as a program, {@link
 * dev.eventmanager.contracts.gate.CompatibilityCommand}.
 */
@NullMarked
package dev.eventmanager.contracts.gate;

import org.jspecify.annotations.NullMarked;
