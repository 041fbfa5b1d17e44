/** The counting by itself, and the whole program on the embedded SQS. */
@NullMarked
package dev.eventmanager.fifodemo;

import org.jspecify.annotations.NullMarked;
