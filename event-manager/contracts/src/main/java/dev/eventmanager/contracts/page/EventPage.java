package dev.eventmanager.contracts.page;

import dev.eventmanager.EventType;
import dev.eventmanager.contracts.catalogue.ContractCatalogue;
import dev.eventmanager.contracts.catalogue.Listener;
import dev.eventmanager.contracts.catalogue.VersionContract;
import dev.eventmanager.contracts.json.ContractJson;
import java.util.List;
import java.util.stream.Collectors;

/** The page of one event, with all of its versions. */
final class EventPage {

  private static final String NOBODY = "nobody";

  private final ContractCatalogue catalogue;
  private final List<VersionContract> versions;
  private final ContractJson json = new ContractJson();

  /** A page of the versions of one event, newest first. */
  EventPage(ContractCatalogue catalogue, List<VersionContract> versions) {
    this.catalogue = catalogue;
    this.versions = versions;
  }

  String text() {
    VersionContract newest = versions.get(0);
    StringBuilder text =
        new StringBuilder(EventPages.MARK).append("\n# ").append(newest.key()).append("\n\n");
    paragraph(text, newest.description());
    text.append("| | |\n|---|---|\n");
    row(text, "exchange", "`%s`".formatted(newest.event().exchange()));
    row(text, "published by", publishers(newest.event()));
    row(text, "listened to by", listeners(newest.event()));
    row(text, "ordering key", orderingKey(newest));
    fieldsAndSample(text, newest);
    versions.stream().skip(1).forEach(older -> older(text, older));
    return text.toString();
  }

  private void older(StringBuilder text, VersionContract older) {
    text.append("\n## Version ").append(older.version()).append("\n\n");
    paragraph(text, older.description());
    text.append("Handlers get it as version %d.\n".formatted(older.event().version()));
    fieldsAndSample(text, older);
  }

  private void fieldsAndSample(StringBuilder text, VersionContract version) {
    List<Field> fields = Field.all(version.schema().json());
    if (!fields.isEmpty()) {
      text.append("\n| field | type | what it holds |\n|---|---|---|\n");
      fields.forEach(field -> text.append("| `%s` | %s | %s |\n"
          .formatted(field.path(), Cell.of(field.type()), Cell.of(field.meaning()))));
    }
    text.append("\n```json ").append(version.key()).append('\n');
    text.append(json.write(version.sample())).append("```\n");
  }

  private String publishers(EventType<?> event) {
    List<String> publishers = catalogue.publishers(event);
    return publishers.isEmpty() ? NOBODY : String.join(", ", publishers);
  }

  private String listeners(EventType<?> event) {
    List<Listener> listeners = catalogue.listeners(event);
    return listeners.isEmpty()
        ? NOBODY
        : listeners.stream().map(EventPage::listener).collect(Collectors.joining("<br>"));
  }

  private static String listener(Listener listener) {
    String patterns =
        listener.patterns().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    return "%s on `%s` by %s".formatted(listener.service(), listener.queue(), patterns);
  }

  private static String orderingKey(VersionContract newest) {
    return newest
        .orderingKey()
        .map("the events of one key stay in order; the sample's key is `%s`"::formatted)
        .orElse("none: these events have no order among them");
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("| %s | %s |\n".formatted(name, Cell.of(value)));
  }

  private static void paragraph(StringBuilder text, String words) {
    if (!words.isEmpty()) {
      text.append(words).append("\n\n");
    }
  }
}
