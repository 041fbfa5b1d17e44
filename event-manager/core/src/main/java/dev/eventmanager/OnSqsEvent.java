package dev.eventmanager;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that handles the events of an SQS FIFO queue, such as one that a bridge mirrors to,
 * whose routing keys match a pattern.
 *
 * <pre>{@code
 * @OnSqsEvent(queue = "shop-events.fifo", pattern = "order.*.submit")
 * void billed(Order order, EventMetadata metadata) { … }
 * }</pre>
 *
 * <p>All that {@link OnEvent} says holds here too: parameters, versions, transactions, attempts and
 * parking. Events of the queue that no pattern takes are deleted, as a broker would not deliver them
 * in the first place; so nobody else may need them from this queue.
 *
 * <p>Needs the module event-manager-sqs in the service.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnSqsEvent {

  /** The name of the SQS queue; it stands already and ends in {@code .fifo}. */
  String queue();

  /** The pattern: words and dots, {@code *} for one word, {@code #} for zero or more. */
  String pattern();
}
