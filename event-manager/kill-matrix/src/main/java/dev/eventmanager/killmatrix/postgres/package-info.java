/**
 * A PostgreSQL to restart, or one that is given. {@link
 * dev.eventmanager.killmatrix.postgres.Postgres} is the door.
 */
@NullMarked
package dev.eventmanager.killmatrix.postgres;

import org.jspecify.annotations.NullMarked;
