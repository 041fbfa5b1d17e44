/**
 * From methods marked {@link dev.eventmanager.OnEvent} to subscriptions. {@link
 * dev.eventmanager.autoconfigure.subscribe.OnEventMethods} finds them.
 */
@NullMarked
package dev.eventmanager.autoconfigure.subscribe;

import org.jspecify.annotations.NullMarked;
