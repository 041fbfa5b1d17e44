package dev.eventmanager.killmatrix.reader.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as which violation. */
class MirrorTallyTest {

  private final MirrorTally tally = new MirrorTally();
  private int messages = 0;

  @Test
  void nothingIsBrokenWhereEachGroupComesInItsOrder() {
    receive("a", 1);
    receive("b", 1);
    receive("a", 2);

    assertThat(broken(Map.of("a", 2, "b", 1))).isEmpty();
    assertThat(tally.distinct()).isEqualTo(3);
  }

  @Test
  void anEventThatNeverComesIsLost() {
    receive("a", 1);
    receive("a", 3);

    assertThat(broken(Map.of("a", 4, "b", 1))).containsExactly(Map.entry(MirrorInvariant.LOST, 3L));
  }

  @Test
  void anEventBehindALaterOneIsReordered() {
    receive("a", 2);
    receive("a", 1);

    assertThat(broken(Map.of("a", 2))).containsExactly(Map.entry(MirrorInvariant.REORDERED, 1L));
  }

  @Test
  void aCopyThatIsNotMarkedIsRepeated() {
    receive("a", 1);
    receive("a", 1);

    assertThat(broken(Map.of("a", 1))).containsExactly(Map.entry(MirrorInvariant.REPEATED, 1L));
  }

  @Test
  void aMarkedCopyIsAllowedInItsPlace() {
    receive("a", 1);
    receiveMarked("a", 1);
    receive("a", 2);

    assertThat(broken(Map.of("a", 2))).isEmpty();
    assertThat(tally.findings(Map.of("a", 2)).copies()).isEqualTo(1);
  }

  @Test
  void aMarkedCopyBehindALaterEventIsReordered() {
    receive("a", 1);
    receive("a", 2);
    receiveMarked("a", 1);

    assertThat(broken(Map.of("a", 2))).containsExactly(Map.entry(MirrorInvariant.REORDERED, 1L));
  }

  @Test
  void aMarkedEventThatCameOnceOnlyIsNoCopy() {
    receiveMarked("a", 1);

    assertThat(broken(Map.of("a", 1))).isEmpty();
    assertThat(tally.findings(Map.of("a", 1)).copies()).isZero();
    assertThat(tally.findings(Map.of("a", 1)).flagged()).isEqualTo(1);
  }

  @Test
  void aMessageThatIsGivenOutAgainIsNoCopy() {
    MirroredMessage message = message("a", 1, false);
    tally.add(message);
    tally.add(message);

    assertThat(broken(Map.of("a", 1))).isEmpty();
  }

  @Test
  void whatWasPublishedOtherwiseOrNotAtAllIsAltered() {
    MirroredMessage message = message("a", 1, false);
    tally.add(new MirroredMessage("m1", "b", message.eventId(), false, "1", message.body()));
    tally.add(new MirroredMessage("m2", "a", "another", false, "2", message.body()));
    tally.add(new MirroredMessage("m3", "a", message.eventId(), false, "3", "{}"));
    receive("c", 1);

    assertThat(broken(Map.of())).containsExactly(Map.entry(MirrorInvariant.ALTERED, 4L));
  }

  private Map<MirrorInvariant, Long> broken(Map<String, Integer> published) {
    return tally.findings(published).broken();
  }

  private void receive(String group, int number) {
    tally.add(message(group, number, false));
  }

  private void receiveMarked(String group, int number) {
    tally.add(message(group, number, true));
  }

  private MirroredMessage message(String group, int number, boolean marked) {
    Numbered event = new Numbered(group, number, false, "xx");
    messages++;
    return new MirroredMessage(
        "message-" + messages, group, event.id(), marked, "" + messages, event.body());
  }
}
