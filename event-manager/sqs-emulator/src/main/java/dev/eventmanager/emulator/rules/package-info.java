/**
 * What AWS insists on and ElasticMQ does not, for the proxy before it. {@link
 * dev.eventmanager.emulator.rules.StrictRules} is the door.
 */
@NullMarked
package dev.eventmanager.emulator.rules;

import org.jspecify.annotations.NullMarked;
