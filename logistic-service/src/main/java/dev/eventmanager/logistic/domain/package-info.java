/**
 * Stock, reservations and shipments in plain Java: no framework, no broker, no database. The door
 * is {@link dev.eventmanager.logistic.domain.Logistics}; the interfaces here are what it asks of
 * its adapters.
 */
@NullMarked
package dev.eventmanager.logistic.domain;

import org.jspecify.annotations.NullMarked;
