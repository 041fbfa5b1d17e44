package dev.eventmanager;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that handles the events of a queue whose routing keys match a pattern.
 *
 * <pre>{@code
 * @OnEvent(queue = "billing_order", pattern = "order.*.submit")
 * void billed(Order order, EventMetadata metadata) { … }
 * }</pre>
 *
 * <p>The pattern is both the binding of the queue and the choice of the handler. Parameters, in any
 * order: the payload (always in its newest version), {@link EventMetadata}, or {@link Event} for
 * both. Each event of a queue has one handler; two whose patterns overlap are refused at start-up.
 *
 * <p>Events of one ordering key are handled one after the other in their order, others in parallel.
 * With a database the method runs in a transaction and its effect happens once; without one an
 * event may be handled again after a failure. An exception, or an error, makes the event be tried
 * again as it arrived, up to the limit of the settings; then it is parked with its reason. {@link
 * PermanentFailureException} parks it at once. Where the failure says that the database is away the
 * queue pauses until it is back, and the attempt does not count.
 *
 * <p>A method has a limited time ({@code event-manager.consumer.handler-timeout}, 5 minutes unless
 * told). At the limit its thread is interrupted and its transaction will not be committed; it should
 * then end, for the event is parked if it does not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnEvent {

  /** The queue; empty for {@code <service>_<exchange>}, the exchange being the pattern's. */
  String queue() default "";

  /** The binding key: words and dots, {@code *} for one word, {@code #} for zero or more. */
  String pattern();
}
