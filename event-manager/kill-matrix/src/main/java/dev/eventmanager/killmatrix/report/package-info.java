/**
 * What is kept of a run. {@link dev.eventmanager.killmatrix.report.MatrixResult} is the door, for
 * programs as JSON and for people as a page of the documents.
 */
@NullMarked
package dev.eventmanager.killmatrix.report;

import org.jspecify.annotations.NullMarked;
