package dev.eventmanager.testkit;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.TestBroker;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.foreign.ForeignSubscriber;
import dev.eventmanager.testkit.probe.EventProbe;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Gives a test class a broker, and on it a virtual host that the class has to itself.
 *
 * <p>The broker is found as {@link TestBroker#find()} says, started once and shared by all classes
 * of the run. Parameters of test and lifecycle methods may be of these types:
 *
 * <ul>
 *   <li>{@link EventProbe}: hears every declared event of the class path, publishes any, waits
 *   <li>{@link ForeignPublisher} and {@link ForeignSubscriber}: bare AMQP
 *   <li>{@link VirtualHost} and {@link ConnectionFactory}: to make what else a test needs
 * </ul>
 *
 * <p>While the class runs, the system property {@code spring.rabbitmq.addresses} names its virtual
 * host, so that a Spring Boot test needs nothing further; its application context is closed at the
 * end of the class, before the virtual host goes. Such classes do not run at the same time as each
 * other in one JVM.
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithBroker
 * class BillingTest {
 *   @Test
 *   void settlesOrder(EventProbe events) {
 *     Event<Order> submitted = events.publish(OrderEvents.SUBMIT, order);
 *     Event<Settlement> settled = events.awaitCausedBy(submitted, BillingEvents.SETTLE);
 *     assertThat(settled.payload().amount()).isEqualTo(order.total());
 *   }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BrokerExtension.class)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@DirtiesContext
public @interface WithBroker {

  /**
   * The kinds of broker that will do. {@link BrokerKind#EMBEDDED} alone starts the embedded one
   * whatever else there is; with {@link BrokerKind#RABBITMQ} alone the class is skipped, and says
   * why, where only the embedded one can be had.
   */
  BrokerKind[] value() default {BrokerKind.RABBITMQ, BrokerKind.EMBEDDED};
}
