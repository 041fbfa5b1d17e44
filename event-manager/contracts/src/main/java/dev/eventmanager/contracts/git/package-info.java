/**
 * Files as they were at some commit, by the program {@code git}. {@link
 * dev.eventmanager.contracts.git.GitRef} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.git;

import org.jspecify.annotations.NullMarked;
