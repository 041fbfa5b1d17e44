/**
 * The process behind {@code ./run}: the whole shop on one machine. {@link
 * dev.eventmanager.local.LocalShop} is what the command line starts, {@link
 * dev.eventmanager.local.Shop} what tests start without one.
 */
@NullMarked
package dev.eventmanager.local;

import org.jspecify.annotations.NullMarked;
