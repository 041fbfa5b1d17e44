package dev.eventmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwinsTest {

  private static final String ORIGINAL = "0197f1f8-9c4e-7a3b-8f5e-2d1c0b9a8f7e";

  private final Twins twins = new Twins(ORIGINAL, List.of(4, 3, 1));

  /** Made by Python's {@code uuid.uuid5}: others derive the same. */
  @Test
  void derivesTheIdOfATwinAsAnyOtherLanguageDoes() {
    assertThat(twins.idOf(2)).isEqualTo("d10261a1-2bbe-5aa2-8fb1-8f19f2ec2da3");
    assertThat(twins.idOf(2)).isEqualTo(twins.idOf(2)).isNotEqualTo(twins.idOf(1));
  }

  @Test
  void readsWhatItWrote() {
    assertThat(twins).hasToString(ORIGINAL + " 4 3 1");
    assertThat(Twins.parse(twins.toString())).contains(twins);
    assertThat(twins.olderVersions()).containsExactly(3, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "id", "id 2", "id 1 2", "id 2 2", "id 2 0", "id 2 1 ", "id 2,1", "i d 2 1"})
  void takesNothingElseForTwins(String text) {
    assertThat(Twins.parse(text)).isEmpty();
  }

  @Test
  void areTwoVersionsAtLeastTheNewestFirst() {
    assertThatThrownBy(() -> new Twins("id", List.of(2)))
        .hasMessage("twins of id: the versions [2] are not two at least, newest first");
    assertThatThrownBy(() -> new Twins("id", List.of(1, 2)))
        .hasMessageContaining("not two at least, newest first");
  }
}
