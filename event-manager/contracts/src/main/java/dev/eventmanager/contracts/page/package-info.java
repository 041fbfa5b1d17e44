/**
 * Pages for people, in Markdown: one an event, and a table of contents. {@link
 * dev.eventmanager.contracts.page.EventPages} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.page;

import org.jspecify.annotations.NullMarked;
