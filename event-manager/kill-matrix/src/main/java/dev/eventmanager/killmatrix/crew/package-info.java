/**
 * The processes of the workers. {@link dev.eventmanager.killmatrix.crew.Crew} keeps them running, as
 * whatever runs a service in production does, and kills them.
 */
@NullMarked
package dev.eventmanager.killmatrix.crew;

import org.jspecify.annotations.NullMarked;
