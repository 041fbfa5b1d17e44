package dev.eventmanager.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The embedded broker routes as RabbitMQ does wherever events go. It is spared what no event has:
 * it breaks down on empty words, and on random patterns with many {@code #} it runs out of memory.
 */
@WithBroker(BrokerKind.EMBEDDED)
class BindingKeyAgainstEmbeddedBrokerTest {

  @Test
  void agreesOnEveryShortPatternOfWordsAndWildcards(VirtualHost virtualHost) throws Exception {
    List<String> patterns = TopicKeys.allUpToThreeWordsOf("a", "b", "*", "#");
    List<String> keys = TopicKeys.allUpToThreeWordsOf("a", "b", "c");
    assertThat(RoutedByBroker.of(virtualHost, patterns, keys))
        .isEqualTo(MatchedInProcess.of(patterns, keys));
  }
}
