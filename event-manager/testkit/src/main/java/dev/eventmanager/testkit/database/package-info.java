/**
 * A database for tests. {@link dev.eventmanager.testkit.database.PostgresSchema} is the door: an
 * empty schema on the PostgreSQL that tests are given.
 */
@NullMarked
package dev.eventmanager.testkit.database;

import org.jspecify.annotations.NullMarked;
