/**
 * The service's HTTP interface: JSON in and out, and RFC 9457 problem details for all that is wrong
 * with a request. Nothing here is used from outside; it calls {@link
 * dev.eventmanager.order.domain.OrderDesk}.
 */
@NullMarked
package dev.eventmanager.order.web;

import org.jspecify.annotations.NullMarked;
