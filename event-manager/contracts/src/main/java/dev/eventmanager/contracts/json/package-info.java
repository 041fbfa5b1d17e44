/**
 * How contract files are read and written: JSON in one form, and one message for a file that is
 * none. {@link dev.eventmanager.contracts.json.ContractJson} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.json;

import org.jspecify.annotations.NullMarked;
