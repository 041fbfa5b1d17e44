/**
 * What is kept of a soak of the bridge. {@link
 * dev.eventmanager.killmatrix.bridge.report.SoakResult} is the door, for programs as JSON and for
 * people as a page of the documents.
 */
@NullMarked
package dev.eventmanager.killmatrix.bridge.report;

import org.jspecify.annotations.NullMarked;
