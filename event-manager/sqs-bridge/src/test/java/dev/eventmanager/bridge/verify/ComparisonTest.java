package dev.eventmanager.bridge.verify;

import static dev.eventmanager.bridge.verify.Finding.Kind.CONFLICT;
import static dev.eventmanager.bridge.verify.Finding.Kind.DUPLICATE;
import static dev.eventmanager.bridge.verify.Finding.Kind.EXTRA;
import static dev.eventmanager.bridge.verify.Finding.Kind.FLAGGED_DUPLICATE;
import static dev.eventmanager.bridge.verify.Finding.Kind.MISSING;
import static dev.eventmanager.bridge.verify.Finding.Kind.NOT_YET;
import static dev.eventmanager.bridge.verify.Finding.Kind.PARKED;
import static dev.eventmanager.bridge.verify.Finding.Kind.REORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final Comparison comparison = new Comparison();

  @Test
  void findsNothingWhereBothSidesAgree() {
    published("A1", "B1", "A2");
    mirrored("B1", "A1", "A2");

    assertThat(comparison.finish(id -> false)).isEmpty();
    assertThat(comparison.published()).isEqualTo(3);
    assertThat(comparison.mirrored()).isEqualTo(3);
  }

  @Test
  void namesWhatIsMissing() {
    published("A1", "A2", "B1");
    mirrored("A2");

    found().containsExactly(tuple(MISSING, "A1"), tuple(MISSING, "B1"));
  }

  @Test
  void namesWhatNobodyPublished() {
    published("A1");
    mirrored("A1", "A9");

    found().containsExactly(tuple(EXTRA, "A9"));
  }

  @Test
  void takesForNoStrangerWhatWasPublishedBeforeTheWindow() {
    published("A2");
    mirrored("A1", "A2");

    assertThat(comparison.hasStrangers()).isTrue();
    comparison.publishedOutside("A1");

    assertThat(comparison.finish(id -> false)).isEmpty();
  }

  @Test
  void namesWhatWasOvertakenAndByWhich() {
    published("A1", "A2", "A3", "B1");
    mirrored("A2", "B1", "A3", "A1");

    assertThat(comparison.finish(id -> false)).singleElement().satisfies(finding -> {
      assertThat(finding.kind()).isEqualTo(REORDERED);
      assertThat(finding.event()).isEqualTo("A1");
      assertThat(finding.detail()).contains("A3");
    });
  }

  @Test
  void tellsASecondCopyThatSaysSoFromOneThatDoesNot() {
    published("A1", "A2");
    mirrored("A1", "A1", "A2");
    comparison.mirrored(new Sighting("A2", "A", 0, true));

    found().containsExactly(tuple(DUPLICATE, "A1"), tuple(FLAGGED_DUPLICATE, "A2"));
  }

  @Test
  void tellsWhatMayBeOnItsWayFromWhatIsMissing() {
    published("A1");
    comparison.published(sighting("A2"), false);

    found().containsExactly(tuple(MISSING, "A1"), tuple(NOT_YET, "A2"));
  }

  @Test
  void tellsWhatIsParkedFromWhatIsMissing() {
    published("A1", "A2");

    assertThat(comparison.finish("A2"::equals))
        .extracting(Finding::kind, Finding::event)
        .containsExactly(tuple(MISSING, "A1"), tuple(PARKED, "A2"));
  }

  @Test
  void namesAnotherContentAndAnotherGroupUnderOneId() {
    comparison.published(new Sighting("A1", "A", 1L, false), true);
    comparison.published(new Sighting("A2", "A", 1L, false), true);
    comparison.published(new Sighting("A2", "A", 2L, false), true);
    comparison.mirrored(new Sighting("A1", "A", 2L, false));
    comparison.mirrored(new Sighting("A2", "B", 1L, false));

    found().containsExactly(tuple(CONFLICT, "A2"), tuple(CONFLICT, "A1"), tuple(CONFLICT, "A2"));
  }

  @Test
  void comparesNoContentWhereOneSideDoesNotTellIt() {
    comparison.published(new Sighting("A1", "A", 1L, false), true);
    mirrored("A1");

    found().isEmpty();
  }

  @Test
  void givesEveryIdBackAsItWas() {
    var ids = List.of(
        UUID.randomUUID().toString(), UUID.randomUUID().toString().toUpperCase(), "order 1");
    ids.forEach(id -> comparison.published(new Sighting(id, "A", 0, false), true));

    assertThat(comparison.finish(id -> false)).extracting(Finding::event).isEqualTo(ids);
  }

  /** Whatever is taken out or put in, exactly that is named. */
  @RepeatedTest(50)
  void namesExactlyWhatWasTamperedWith(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var all = new ArrayList<String>();
    for (int i = 0; i < 400; i++) {
      all.add("%c%d".formatted('A' + random.nextInt(8), i));
    }
    published(all.toArray(String[]::new));
    var missing = new TreeSet<>(pick(all, 10, random));
    var extra = new TreeSet<>(pick(List.of("A-x", "B-x", "C-x", "Z-x"), 2, random));
    var mirror = new ArrayList<>(all);
    mirror.removeAll(missing);
    extra.forEach(id -> mirror.add(random.nextInt(mirror.size()), id));

    mirrored(mirror.toArray(String[]::new));

    var findings = comparison.finish(id -> false);
    assertThat(idsOf(MISSING, findings)).isEqualTo(missing);
    assertThat(idsOf(EXTRA, findings)).isEqualTo(extra);
    assertThat(findings).hasSize(missing.size() + extra.size());
  }

  private static List<String> pick(List<String> from, int count, Random random) {
    var shuffled = new ArrayList<>(from);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }

  private static TreeSet<String> idsOf(Finding.Kind kind, List<Finding> findings) {
    var ids = new TreeSet<String>();
    findings.stream().filter(f -> f.kind() == kind).map(Finding::event).forEach(ids::add);
    return ids;
  }

  private AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> found() {
    return assertThat(comparison.finish(id -> false)).extracting(Finding::kind, Finding::event);
  }

  private void published(String... ids) {
    for (var id : ids) {
      comparison.published(sighting(id), true);
    }
  }

  private void mirrored(String... ids) {
    for (var id : ids) {
      comparison.mirrored(sighting(id));
    }
  }

  /** Its group is its first letter. */
  private static Sighting sighting(String id) {
    return new Sighting(id, id.substring(0, 1), 0, false);
  }
}
