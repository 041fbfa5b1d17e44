package dev.eventmanager.rabbit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AckWindowTest {

  private final AckWindow window = new AckWindow();
  private final List<String> acks = new ArrayList<>();

  @Test
  void acknowledgesAnUnbrokenRowAtOnce() throws IOException {
    finish(1, 2, 3);

    assertThat(acks).containsExactly("up to 3");
  }

  @Test
  void acknowledgesSinglyBeyondASlowOneOnTheNextTurn() throws IOException {
    finish(1, 3, 4);
    assertThat(acks).containsExactly("up to 1");
    assertThat(window.isWaiting()).isTrue();

    finish();
    assertThat(acks).containsExactlyInAnyOrder("up to 1", "only 3", "only 4");
    assertThat(window.isWaiting()).isFalse();
  }

  @Test
  void neverNamesATagTheBrokerHasForgotten() throws IOException {
    finish(2, 3);
    finish();
    finish(1);

    assertThat(acks).containsExactlyInAnyOrder("only 2", "only 3", "up to 1");
  }

  @Test
  void joinsThoseAheadThatWereNotAcknowledgedYet() throws IOException {
    finish(3);
    finish(2, 4, 1);

    assertThat(acks).containsExactly("up to 4");
  }

  @Test
  void saysNothingTwice() throws IOException {
    finish(1);
    finish();

    assertThat(acks).containsExactly("up to 1");
  }

  @Test
  void acknowledgesEveryTagOnceInWhateverOrderTheyFinish() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      StrictBroker broker = new StrictBroker(100);
      Random random = new Random(seed);
      List<Long> tags = LongStream.rangeClosed(1, 100).boxed().collect(Collectors.toList());
      Collections.shuffle(tags, random);
      AckWindow shuffled = new AckWindow();
      for (long tag : tags) {
        shuffled.finished(tag);
        broker.finished.add(tag);
        if (random.nextInt(4) == 0) {
          shuffled.flush(broker::ack);
        }
      }
      shuffled.flush(broker::ack);
      shuffled.flush(broker::ack);
      assertThat(broker.outstanding).as("seed %d", seed).isEmpty();
    }
  }

  private void finish(long... tags) throws IOException {
    LongStream.of(tags).forEach(window::finished);
    window.flush((tag, multiple) -> acks.add((multiple ? "up to " : "only ") + tag));
  }

  /** Closes the channel, as RabbitMQ does, on a tag that is not outstanding. */
  private static final class StrictBroker {

    private final TreeSet<Long> outstanding = new TreeSet<>();
    private final TreeSet<Long> finished = new TreeSet<>();

    StrictBroker(int delivered) {
      LongStream.rangeClosed(1, delivered).forEach(outstanding::add);
    }

    void ack(long tag, boolean multiple) {
      assertThat(outstanding).contains(tag);
      var acknowledged =
          multiple ? outstanding.headSet(tag, true) : outstanding.subSet(tag, true, tag, true);
      assertThat(finished).containsAll(acknowledged);
      acknowledged.clear();
    }
  }
}
