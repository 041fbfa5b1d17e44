/**
 * The logistic service: reserves stock for orders, dispatches and delivers them. {@link
 * dev.eventmanager.logistic.LogisticServiceApplication} starts it; {@code domain} holds the rules,
 * the packages beside it are its adapters and know only the domain.
 */
@NullMarked
package dev.eventmanager.logistic;

import org.jspecify.annotations.NullMarked;
