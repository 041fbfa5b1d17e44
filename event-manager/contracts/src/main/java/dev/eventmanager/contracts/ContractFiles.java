package dev.eventmanager.contracts;

import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.contracts.json.ContractPath;
import dev.eventmanager.contracts.page.EventPages;
import dev.eventmanager.contracts.service.ServiceContract;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract files of a catalogue, and the test that they are what the declared events say:
 *
 * <pre>{@code
 * @Test
 * void areUpToDate() {
 *   ContractFiles.of(EventCatalogue.load(null)).in(Path.of("src/main/resources")).check();
 * }
 * }</pre>
 *
 * <p>Run with {@code -Devent-manager.contracts=update}, the same test writes them. Immutable.
 */
public final class ContractFiles {

  private final EventCatalogue catalogue;
  private final Path resources;
  private final @Nullable Path pages;
  private final String title;
  private final List<ServiceContract> services;
  private final String command;

  private ContractFiles(
      EventCatalogue catalogue,
      Path resources,
      @Nullable Path pages,
      String title,
      List<ServiceContract> services,
      String command) {
    this.catalogue = catalogue;
    this.resources = resources;
    this.pages = pages;
    this.title = title;
    this.services = services;
    this.command = command;
  }

  /** The files of these events, in {@code src/main/resources}. */
  public static ContractFiles of(EventCatalogue catalogue) {
    String sameTest = "the same test with " + UpdateFlag.TEXT;
    return new ContractFiles(
        catalogue, Path.of("src/main/resources"), null, "Events", List.of(), sameTest);
  }

  /** The same files below this folder of resources. */
  public ContractFiles in(Path folder) {
    return new ContractFiles(catalogue, folder, pages, title, services, command);
  }

  /**
   * With a page of each event in this folder, which holds nothing else.
   *
   * @param heading what the events belong to, also the title of the AsyncAPI document
   */
  public ContractFiles withPages(Path folder, String heading) {
    return new ContractFiles(catalogue, resources, folder, heading, services, command);
  }

  /** With what these services publish and bind, in the AsyncAPI document and on the pages. */
  public ContractFiles withServices(List<ServiceContract> known) {
    return new ContractFiles(catalogue, resources, pages, title, List.copyOf(known), command);
  }

  /** Says in messages that this command updates the files. */
  public ContractFiles updatedBy(String updateCommand) {
    return new ContractFiles(catalogue, resources, pages, title, services, updateCommand);
  }

  /**
   * Compares the files with the declared events, or writes them where the system property {@code
   * event-manager.contracts} is {@code update}.
   *
   * <p>A sample that exists is kept as it is: it is for people to edit. It has to be valid for its
   * schema, be decoded, and be encoded to itself.
   *
   * @throws AssertionError if a file is stale, missing, broken or of no declared event, or no
   *     schema can be made of a payload type; says what differs where, and the command that updates
   */
  public void check() {
    check(UpdateFlag.isGiven());
  }

  void check(boolean update) {
    Generation generation = new Generation(catalogue, new KeptSamples(resources), services, title);
    failOn("these payloads have no schema:", generation.withoutSchema());
    List<GeneratedFolder> folders = folders(generation);
    if (update) {
      folders.forEach(GeneratedFolder::update);
    }
    failOn(
        "these contract files are not what the declared events say; write them anew with\n  %s\n"
                .formatted(command)
            + "and review what has changed:",
        folders.stream().flatMap(folder -> folder.differences().stream()).toList());
    failOn(
        "these samples are not what travels; correct them by hand, or delete and update them:",
        generation.problems());
  }

  private List<GeneratedFolder> folders(Generation generation) {
    GeneratedFolder beside =
        new GeneratedFolder(resources, generation.files(), ContractPath::isOfAnEvent);
    return pages == null
        ? List.of(beside)
        : List.of(beside, new GeneratedFolder(pages, generation.pages(), EventPages::isPage));
  }

  private static void failOn(String what, List<String> findings) {
    if (!findings.isEmpty()) {
      throw new AssertionError(what + "\n  " + String.join("\n  ", findings));
    }
  }
}
