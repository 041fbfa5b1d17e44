/**
 * How contract files are named, read, written and compared: JSON in one form, and one message for a
 * file that is none. {@link dev.eventmanager.contracts.json.ContractJson} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.json;

import org.jspecify.annotations.NullMarked;
