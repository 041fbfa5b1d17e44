/**
 * Says which events reach which queue, by which binding, and why not. {@link
 * dev.eventmanager.explain.Explainer} is the door; it works on {@link
 * dev.eventmanager.explain.RoutingFacts}, wherever they come from.
 */
@NullMarked
package dev.eventmanager.explain;

import org.jspecify.annotations.NullMarked;
