package dev.eventmanager.contracts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRefTest {

  @TempDir
  private Path folder;

  private Path module;

  @BeforeEach
  void release() throws IOException {
    Repository repository = Repository.in(folder);
    module = Files.createDirectories(folder.resolve("deep/module"));
    Files.createDirectory(module.resolve("orders"));
    Files.writeString(module.resolve("orders/a.json"), "ä then");
    repository.release("v1");
    Files.writeString(module.resolve("orders/a.json"), "now");
  }

  @Test
  void hasTheFilesAsTheyWere() {
    assertThat(GitRef.of("v1").files(module)).isEqualTo(Map.of("orders/a.json", "ä then"));
    assertThat(GitRef.of("HEAD").files(folder)).containsOnlyKeys("deep/module/orders/a.json");
  }

  @Test
  void hasTheFilesOfAFolderThatIsGone() throws IOException {
    Files.delete(module.resolve("orders/a.json"));
    Files.delete(module.resolve("orders"));

    assertThat(GitRef.of("v1").files(module.resolve("orders")))
        .isEqualTo(Map.of("a.json", "ä then"));
  }

  @Test
  void hasNoFilesOfAFolderThatWasNot() {
    assertThat(GitRef.of("v1").files(module.resolve("payments"))).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchRef() {
    assertThatThrownBy(() -> GitRef.of("v9").files(module))
        .isInstanceOf(GitException.class)
        .hasMessageContainingAll("there is no git ref \"v9\"", "git tag", "--unshallow");
  }

  @Test
  void takesNoOptionForARef() {
    assertThatThrownBy(() -> GitRef.of("--all").files(module))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("there is no git ref \"--all\"");
  }

  @Test
  void saysThatThereIsNoRepository(@TempDir Path elsewhere) {
    assertThatThrownBy(() -> GitRef.of("v1").files(elsewhere))
        .isInstanceOf(GitException.class)
        .hasMessageContainingAll(elsewhere.toString(), "is in no git repository");
  }

  @Test
  void saysThatThereIsNoGit() {
    assertThatThrownBy(() -> new GitRef("v1", new GitProgram("no-such-git")).files(module))
        .isInstanceOf(GitException.class)
        .hasMessageContainingAll("no-such-git cannot be run", "install git");
  }
}
