/** What the rules refuse and what they let through, beside what ElasticMQ does by itself. */
@NullMarked
package dev.eventmanager.emulator.rules;

import org.jspecify.annotations.NullMarked;
