package dev.eventmanager;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The versions in which one event is published at once, for subscribers that cannot read the
 * newest: the original, and a twin in each older version that its type is {@linkplain
 * EventType#downcasting downcast} to. Original and twins all tell the same of themselves.
 *
 * @param originalId the event id of the original
 * @param versions the original's version, then those of the twins, newest first
 */
public record Twins(String originalId, List<Integer> versions) {

  /** Of the ids of twins; what others need to derive the same. */
  private static final UUID NAMESPACE = UUID.fromString("870f6d32-f207-5d51-8fc2-146d68f2c2b3");

  private static final Pattern FORM = Pattern.compile("([!-~]{1,128})((?: [1-9][0-9]{0,8}){2,})");

  /**
   * Checked twins.
   *
   * @throws IllegalArgumentException if there are not two versions at least, newest first
   */
  public Twins {
    versions = List.copyOf(versions);
    if (!isNewestFirst(versions)) {
      throw new IllegalArgumentException(
          "twins of %s: the versions %s are not two at least, newest first"
              .formatted(originalId, versions));
    }
  }

  /** What {@link #toString} says; empty if the text is not of this form. */
  public static Optional<Twins> parse(String text) {
    return Optional.of(FORM.matcher(text)).filter(parts -> parts.matches()).flatMap(parts -> {
      List<Integer> versions = Arrays.stream(parts.group(2).substring(1).split(" ", -1))
          .map(Integer::valueOf)
          .toList();
      return isNewestFirst(versions)
          ? Optional.of(new Twins(parts.group(1), versions))
          : Optional.empty();
    });
  }

  /** The versions of the twins, newest first. */
  public List<Integer> olderVersions() {
    return versions.subList(1, versions.size());
  }

  /**
   * The event id of the twin in an older version: the UUID of version 5 that is made of the name
   * {@code <original id>/v<version>}. So it is the same whoever makes it, and however often.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5">RFC 9562</a>
   */
  public String idOf(int olderVersion) {
    String name = originalId + "/v" + olderVersion;
    return Generators.nameBasedGenerator(NAMESPACE)
        .generate(name.getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static boolean isNewestFirst(List<Integer> versions) {
    return versions.size() > 1
        && versions.equals(versions.stream()
            .distinct()
            .sorted((one, other) -> Integer.compare(other, one))
            .toList());
  }

  /** As on the wire: {@code <original id> <version> <older version> …}. */
  @Override
  public String toString() {
    return originalId
        + versions.stream().map(version -> " " + version).collect(Collectors.joining());
  }
}
