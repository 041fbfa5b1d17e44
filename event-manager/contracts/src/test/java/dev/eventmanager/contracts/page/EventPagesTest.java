package dev.eventmanager.contracts.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.contracts.fixture.Depot;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventPagesTest {

  private final Map<String, String> pages = new EventPages(Depot.contracts()).byFileName();

  @Test
  void areOneAnEventAndATableOfContents() {
    assertThat(pages).containsOnlyKeys("README.md", "depot.stored.md", "depot.closed.md");
    assertThat(pages.get("README.md"))
        .contains(
            "# The depot's events",
            "| [`depot.v2.stored`](depot.stored.md) | A crate is in the depot. Published when it is taken in. |");
  }

  @Test
  void sayWhoPublishesAndWhoListensWithWhichPattern() {
    assertThat(pages.get("depot.stored.md"))
        .contains(
            "| published by | depot |",
            "| listened to by | truck on `truck_depot` by `depot.*.stored`, `depot.v1.#` |");
  }

  @Test
  void sayWhatIsKeptInOrder() {
    assertThat(pages.get("depot.stored.md")).contains("the sample's key is `text`");
    assertThat(pages.get("depot.closed.md")).contains("none: these events have no order");
  }

  @Test
  void haveARowForEachFieldAtWhateverDepth() {
    assertThat(pages.get("depot.stored.md"))
        .contains(
            "| `name` | string | The crate, and the ordering key \\| its name. |",
            "| `inside` | array of as the whole |  |",
            "| `planted.second` | `<Tree>`, optional |  |",
            "| `planted.byName` | object of `<Tree>` by name |  |",
            "| `<Tree>.children` | array of `<Tree>` |  |");
  }

  @Test
  void showASampleOfEachVersionAndSayWhatTheOlderOnesMean() {
    assertThat(pages.get("depot.stored.md"))
        .contains("```json depot.v2.stored\n{", "## Version 1\n\nStill taken from old depots.")
        .endsWith("```json depot.v1.stored\n{\n  \"name\": \"text\"\n}\n```\n");
  }
}
