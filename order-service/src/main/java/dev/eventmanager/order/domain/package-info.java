/**
 * Orders and what can happen to them, in plain Java; whatever talks to a database, a broker or a
 * browser is elsewhere. {@link dev.eventmanager.order.domain.OrderDesk} is the door: every use of
 * an order is a method there.
 */
@NullMarked
package dev.eventmanager.order.domain;

import org.jspecify.annotations.NullMarked;
