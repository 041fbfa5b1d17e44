package dev.eventmanager.contracts.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** A git repository in a folder. */
public record Repository(Path folder) {

  private static final GitProgram GIT = new GitProgram("git");

  public static Repository in(Path folder) {
    Repository repository = new Repository(folder);
    repository.git("init", "--quiet");
    return repository;
  }

  /** Commits all files, and tags them. */
  public void release(String tag) {
    git("add", "--all");
    git("-c", "user.name=ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "-m", tag);
    git("tag", tag);
  }

  private void git(String... arguments) {
    assertThat(GIT.run(folder, arguments))
        .as("git %s", String.join(" ", arguments))
        .isPresent();
  }
}
