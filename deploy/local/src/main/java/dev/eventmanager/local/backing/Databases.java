package dev.eventmanager.local.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Where each service finds its own database. */
public sealed interface Databases {

  /**
   * Makes room for a service's own tables.
   *
   * @return the settings that lead the service there, as environment variables of Spring Boot
   * @throws UnavailableException if the database cannot be reached
   */
  Map<String, String> prepare(String service);

  /** For people to read; without a password. */
  String description();

  /**
   * An H2 file a service, which outlives a service that is killed.
   *
   * @param empty whether to begin without what an earlier run left
   */
  record Embedded(Path folder, boolean empty) implements Databases {

    private static final String OPTIONS = "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
        + ";DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";

    @Override
    public Map<String, String> prepare(String service) {
      if (empty) {
        deleteFilesOf(service);
      }
      return Map.of(
          "SPRING_DATASOURCE_URL", OPTIONS.formatted(folder.resolve(service).toAbsolutePath()),
          "SPRING_DATASOURCE_USERNAME", "sa",
          "SPRING_DATASOURCE_PASSWORD", "");
    }

    private void deleteFilesOf(String service) {
      try {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
          List<Path> earlier = files
              .filter(file -> file.getFileName().toString().startsWith(service + "."))
              .toList();
          for (Path file : earlier) {
            Files.delete(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Cannot empty the database of " + service + " in " + folder, e);
      }
    }

    @Override
    public String description() {
      return "H2, embedded, one file for each service in " + folder;
    }
  }

  /** A schema a service in one PostgreSQL database. */
  record Postgres(String url) implements Databases {

    @Override
    public Map<String, String> prepare(String service) {
      Properties parsed = Driver.parseURL(url, new Properties());
      if (parsed == null) {
        throw new UnavailableException(
            "%s is no JDBC URL of PostgreSQL. It looks like jdbc:postgresql://host:5432/database?user=shop&password=…"
                .formatted(description()));
      }
      String schema = service.replace('-', '_');
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute("create schema if not exists " + schema);
      } catch (SQLException e) {
        throw new UnavailableException(
            "No PostgreSQL lets us in at %s (%s). Start it, or correct --postgres."
                .formatted(description(), FirstLine.of(e)));
      }
      return Map.of(
          "SPRING_DATASOURCE_URL",
              url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
          "SPRING_DATASOURCE_USERNAME", text(PGProperty.USER.getOrDefault(parsed)),
          "SPRING_DATASOURCE_PASSWORD", text(PGProperty.PASSWORD.getOrDefault(parsed)));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }

    /** The URL without its parameters, where a password may stand. */
    @Override
    public String description() {
      return url.replaceFirst("\\?.*", "");
    }
  }
}
