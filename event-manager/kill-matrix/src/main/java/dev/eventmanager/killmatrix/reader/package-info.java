/**
 * Counts what the promises came to, with plain JDBC and a plain AMQP client and nothing of the
 * library. {@link dev.eventmanager.killmatrix.reader.Reader} is the door.
 */
@NullMarked
package dev.eventmanager.killmatrix.reader;

import org.jspecify.annotations.NullMarked;
