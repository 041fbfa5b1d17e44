package dev.eventmanager.rabbit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void givesEachPartitionToOneInstanceAndEachInstanceAsManyAsTheOthersOrOneMore() {
    for (int instances = 1; instances <= 5; instances++) {
      int count = instances;
      List<Long> shares = IntStream.rangeClosed(1, count)
          .mapToObj(seat -> new Share(seat, count))
          .map(share -> IntStream.range(0, 12).filter(share::has).count())
          .toList();

      assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(12);
      assertThat(shares).allMatch(share -> share >= 12 / count && share <= 12 / count + 1);
    }
  }

  @Test
  void isNotCompleteWhileAnInstanceSitsBeyondTheOthers() {
    assertThat(new Share(3, 3).isComplete()).isTrue();
    assertThat(new Share(4, 3).isComplete()).isFalse();
    assertThat(Share.UNKNOWN.isComplete()).isFalse();
  }
}
