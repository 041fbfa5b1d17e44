/**
 * The contract of declared events as files that are committed beside them: a schema and a sample of
 * every event and version, an AsyncAPI document and pages for people.
 */
@NullMarked
package dev.eventmanager.contracts;

import org.jspecify.annotations.NullMarked;
