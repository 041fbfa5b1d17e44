package dev.eventmanager.contracts.page;

import dev.eventmanager.EventType;
import dev.eventmanager.contracts.catalogue.ContractCatalogue;
import dev.eventmanager.contracts.json.ContractJson;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the pages of a catalogue. Immutable and thread-safe. */
public final class EventPages {

  /** The first line of each page. */
  static final String MARK =
      "<!-- Generated from the declared events; change those, and run the test that checks it. -->";

  private final ContractCatalogue catalogue;

  public EventPages(ContractCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Whether a file is a page that was generated, now or once. */
  public static boolean isPage(Path file) {
    return file.toString().endsWith(".md") && ContractJson.text(file).startsWith(MARK);
  }

  /** The text of each page, by the name of its file. */
  public SortedMap<String, String> byFileName() {
    SortedMap<String, String> pages = new TreeMap<>();
    pages.put("README.md", contents());
    catalogue
        .events()
        .forEach((event, versions) ->
            pages.put(fileName(event), new EventPage(catalogue, versions).text()));
    return pages;
  }

  private String contents() {
    StringBuilder text = new StringBuilder(MARK).append("\n# ").append(catalogue.title());
    text.append("\n\nOne page an event: its meaning, fields and sample, who publishes it and whose")
        .append(" queues it reaches.\n\n| event | what it says |\n|---|---|\n");
    catalogue
        .events()
        .keySet()
        .forEach(event -> text.append("| [`%s`](%s) | %s |\n"
            .formatted(event.routingKey(), fileName(event), Cell.of(event.description()))));
    return text.toString();
  }

  private static String fileName(EventType<?> event) {
    return "%s.%s.md".formatted(event.exchange(), event.name());
  }
}
