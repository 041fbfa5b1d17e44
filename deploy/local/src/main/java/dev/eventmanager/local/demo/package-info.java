/**
 * Orders placed from outside, over HTTP and over bare AMQP. {@link
 * dev.eventmanager.local.demo.Demonstration} is the door, and {@link
 * dev.eventmanager.local.demo.ShopClient} what it uses to talk to the services.
 */
@NullMarked
package dev.eventmanager.local.demo;

import org.jspecify.annotations.NullMarked;
