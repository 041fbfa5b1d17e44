package dev.eventmanager.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardsTest {

  /** Rows stored by an earlier version must be found by a later one. */
  @Test
  void givesAKeyTheSameShardForEver() {
    assertThat(Shards.of("order-7")).isEqualTo(4);
    assertThat(Shards.of("c-1001")).isEqualTo(10);
  }

  @Test
  void spreadsKeysThatDifferByANumberOverAllShards() {
    int[] keys = new int[Shards.COUNT];
    IntStream.range(0, 16_000).forEach(i -> keys[Shards.of("order-" + i)]++);

    assertThat(IntStream.of(keys)).allMatch(count -> count > 500);
  }
}
