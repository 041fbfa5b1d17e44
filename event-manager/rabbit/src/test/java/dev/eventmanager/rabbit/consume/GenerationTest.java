package dev.eventmanager.rabbit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.rabbitmq.client.Channel;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.Cork;
import dev.eventmanager.rabbit.message.EventMessageReader;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GenerationTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Generation generation = new Generation(
      "billing_order",
      "billing_order.1",
      channelThatTakesAnything(),
      new Acknowledgements(new Cork(), 1),
      new EventMessageReader(
          new EventCodec(EventCatalogue.of()), EventIds.uuidV7(), Clock.systemUTC(), part -> {}),
      received -> {},
      0,
      false);

  @Test
  void handsOverUntilItStopsTaking() {
    assertThat(generation.begin()).isTrue();

    generation.stopTaking();

    assertThat(generation.begin()).isFalse();
  }

  @Test
  void wakesWhoeverDrainsWhenTheLastInHandHasFinished() {
    generation.begin();
    generation.stopTaking();

    generation.finished(1);

    assertThatNobodyWaits();
    assertThat(generation.isBusy()).isFalse();
  }

  /** It was in hand for an instant, in which whoever drains may have begun to wait for its end. */
  @Test
  void wakesWhoeverDrainsThoughTheNextOfTheKeyIsNotBegun() {
    generation.stopTaking();

    generation.begin();

    assertThatNobodyWaits();
    assertThat(generation.isBusy()).isFalse();
  }

  private void assertThatNobodyWaits() {
    assertTimeoutPreemptively(DEADLINE, () -> generation.acknowledge(FOR_EVER));
  }

  private static Channel channelThatTakesAnything() {
    return (Channel) Proxy.newProxyInstance(
        GenerationTest.class.getClassLoader(),
        new Class<?>[] {Channel.class},
        (channel, method, arguments) -> null);
  }
}
