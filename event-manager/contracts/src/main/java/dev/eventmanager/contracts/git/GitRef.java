package dev.eventmanager.contracts.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A branch, tag or commit of the repository that a folder is in. Immutable and thread-safe. */
public final class GitRef {

  private final String ref;
  private final GitProgram git;

  GitRef(String ref, GitProgram git) {
    this.ref = ref;
    this.git = git;
  }

  /** {@code ref} as git takes it: {@code v1.2.0}, {@code origin/main}, {@code HEAD~1}. */
  public static GitRef of(String ref) {
    return new GitRef(ref, new GitProgram("git"));
  }

  /**
   * The texts of all files that were below a folder, by their paths from there with {@code /}. Empty
   * if there was no such folder; it need not exist today.
   *
   * @throws GitException if there is no git, no repository or no such ref
   */
  public SortedMap<String, String> files(Path folder) {
    Path wanted = folder.toAbsolutePath().normalize();
    Path standing = standing(wanted);
    Path repository = repository(standing);
    String path = prefix(standing) + standing.relativize(wanted).toString().replace('\\', '/');
    String tree = commit(repository) + ":" + path;
    if (git.line(repository, "rev-parse", "--verify", "--quiet", tree).isEmpty()) {
      return new TreeMap<>();
    }
    return unpacked(git.run(repository, "archive", "--format=zip", tree)
        .orElseThrow(() -> new GitException(
            "git does not give what %s was at %s; see what it says: git -C %s archive %s"
                .formatted(wanted, ref, repository, tree))));
  }

  /** The nearest folder that exists today, for git to run in. */
  private static Path standing(Path folder) {
    Path standing = folder;
    while (!Files.isDirectory(standing) && standing.getParent() != null) {
      standing = standing.getParent();
    }
    return standing;
  }

  private Path repository(Path folder) {
    return git.line(folder, "rev-parse", "--show-toplevel")
        .map(Path::of)
        .orElseThrow(() -> new GitException(
            "%s is in no git repository, or git refuses to read it (git -C %s status says why); compare with a directory instead of \"%s\""
                .formatted(folder, folder, ref)));
  }

  private String commit(Path repository) {
    Optional<String> commit = git.line(
        repository, "rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}");
    return commit.orElseThrow(() -> new GitException(
        "there is no git ref \"%s\" in %s; git branch --all and git tag list those there are, and where the clone is shallow, git fetch --unshallow --tags brings the others"
            .formatted(ref, repository)));
  }

  /** Where a folder is in its repository, ended by a slash; empty for the repository itself. */
  private String prefix(Path folder) {
    return git.line(folder, "rev-parse", "--show-prefix").orElse("");
  }

  private static SortedMap<String, String> unpacked(byte[] archive) {
    SortedMap<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return files;
  }
}
