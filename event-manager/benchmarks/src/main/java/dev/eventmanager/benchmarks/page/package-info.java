/**
 * What the pages of the commands are written with: tables, figures with their spread, and the
 * conditions that belong to each. {@link dev.eventmanager.benchmarks.page.Page} is where they go.
 */
@NullMarked
package dev.eventmanager.benchmarks.page;

import org.jspecify.annotations.NullMarked;
