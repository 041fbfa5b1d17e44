package dev.eventmanager.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The matcher in the process against the judge: a topic exchange of a live RabbitMQ. */
@WithBroker(BrokerKind.RABBITMQ)
class BindingKeyAgainstBrokerIT {
  private static final int PATTERNS = 300;
  private static final int KEYS = 300;

  @Test
  void agreesOnEveryShortPatternAndKey(VirtualHost virtualHost) throws Exception {
    List<String> patterns = TopicKeys.allUpToThreeWordsOf("", "a", "*", "#");
    List<String> keys = TopicKeys.allUpToThreeWordsOf("", "a", "b", "*", "#");
    assertThat(RoutedByBroker.of(virtualHost, patterns, keys))
        .isEqualTo(MatchedInProcess.of(patterns, keys));
  }

  @Test
  void agreesOnRandomPatternsAndKeys(VirtualHost virtualHost) throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    TopicKeys topics = new TopicKeys(new SplittableRandom(seed));
    List<String> patterns = topics.patterns(PATTERNS);
    List<String> keys = topics.keys(KEYS, patterns);
    assertThat(RoutedByBroker.of(virtualHost, patterns, keys))
        .as("patterns and the keys they match; repeat with -Dseed=%d", seed)
        .isEqualTo(MatchedInProcess.of(patterns, keys));
  }
}
