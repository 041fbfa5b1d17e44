package dev.eventmanager.killmatrix.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The result as JSON. */
public record ResultFile(Path path) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Replaces what is there. */
  public void write(MatrixResult result) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, JSON.writeValueAsString(result) + "\n");
  }

  /** What an earlier run left. */
  public MatrixResult read() throws IOException {
    return JSON.readValue(Files.readString(path), MatrixResult.class);
  }
}
