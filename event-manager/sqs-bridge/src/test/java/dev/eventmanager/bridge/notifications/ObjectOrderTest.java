package dev.eventmanager.bridge.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectOrderTest {

  @Test
  void goesByPlaceWhateverTheTimesAre() {
    assertThat(ids(due("c", 3, 1), due("a", 1, 3), due("b", 2, 2))).containsExactly("a", "b", "c");
  }

  @Test
  void putsWhatHasNoPlaceInBetweenByItsTime() {
    assertThat(
            ids(due("c", 3, 30), dueWithoutPlace("tagged", 20), due("a", 1, 10), due("b", 2, 20)))
        .containsExactly("a", "b", "tagged", "c");
  }

  @Test
  void letsWhatIsDueGoBehindAllThatHappenedBefore() {
    assertThat(ids(notDue("d", 4), due("c", 3, 3), notDue("a", 1), notDue("b", 2)))
        .containsExactly("a", "b", "c");
  }

  @Test
  void holdsWhatIsNotDue() {
    assertThat(ids(notDue("a", 1), notDue("b", 2))).isEmpty();
  }

  @Test
  void findsTheSameOrderOfTwoInOnePlaceEverywhere() {
    assertThat(ids(due("b", 1, 1), due("a", 1, 1))).containsExactly("a", "b");
  }

  @Test
  void neverGoesBackInPlace() {
    var late = List.of(due("late", 3, 1), dueWithoutPlace("tagged", 2));

    assertThat(ObjectOrder.newest(late, BigInteger.valueOf(5))).isEqualTo(5);
    assertThat(ObjectOrder.newest(late, BigInteger.ONE)).isEqualTo(3);
  }

  private static List<String> ids(Waiting... waiting) {
    return ObjectOrder.releasable(List.of(waiting)).stream().map(Waiting::id).toList();
  }

  private static Waiting due(String id, int place, int time) {
    return waiting(id, Optional.of(BigInteger.valueOf(place)), time, true);
  }

  private static Waiting dueWithoutPlace(String id, int time) {
    return waiting(id, Optional.empty(), time, true);
  }

  private static Waiting notDue(String id, int place) {
    return waiting(id, Optional.of(BigInteger.valueOf(place)), place, false);
  }

  private static Waiting waiting(String id, Optional<BigInteger> place, int time, boolean due) {
    return new Waiting(id, "object", place, Instant.ofEpochSecond(time), new byte[0], due);
  }
}
