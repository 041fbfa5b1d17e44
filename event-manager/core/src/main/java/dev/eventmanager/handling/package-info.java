/**
 * From an encoded event on a queue to its typed handler: choice by pattern, retries, parking.
 * {@link dev.eventmanager.handling.Subscriptions} says who handles what, {@link
 * dev.eventmanager.handling.DeliveryProcessor} is what a transport hands its deliveries to.
 */
@NullMarked
package dev.eventmanager.handling;

import org.jspecify.annotations.NullMarked;
