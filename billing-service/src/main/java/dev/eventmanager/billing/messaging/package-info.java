/**
 * What billing hears of the shop and what it tells it: handlers, announcements, and the mapping
 * between the shop's events and the domain. The door is the queue {@code billing_order}; nothing
 * here is public.
 */
@NullMarked
package dev.eventmanager.billing.messaging;

import org.jspecify.annotations.NullMarked;
