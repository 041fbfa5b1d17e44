/**
 * What logistic hears of the shop and what it tells it: handlers, announcements, and the mapping
 * between the shop's events and the domain. The doors are the queues {@code logistic_order} and
 * {@code logistic_billing}; nothing here is public.
 */
@NullMarked
package dev.eventmanager.logistic.messaging;

import org.jspecify.annotations.NullMarked;
