/**
 * The shop's events: what the order, billing and logistic services tell each other, declared once
 * for all of them. {@link dev.eventmanager.shop.ShopEvents} lists every one; each publishing
 * service has a package of its own below.
 */
@NullMarked
package dev.eventmanager.shop;

import org.jspecify.annotations.NullMarked;
