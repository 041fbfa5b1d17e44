package dev.eventmanager.killmatrix.round;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** The tables of a round. */
final class RoundDatabase {

  static final int ACCOUNTS = 200;

  private final String url;

  RoundDatabase(String url) {
    this.url = url;
  }

  String url() {
    return url;
  }

  void prepare() throws SQLException {
    execute(script("/matrix.sql"));
    execute("insert into publisher.account select 'a' || n, 0 from generate_series(0, %d) n"
        .formatted(ACCOUNTS - 1));
  }

  /** Once the workers have made the library's tables. */
  void complete() throws SQLException {
    execute(script("/parked.sql"));
  }

  /** Lets publishers go on, or has them wait. */
  void pace(boolean open) throws SQLException {
    execute("update publisher.pace set open = " + open);
  }

  /** Takes down what is parked by itself, and mends it, or not. */
  void beforeReplay(boolean mended) throws SQLException {
    execute("insert into consumer.replayed select * from consumer.parked_head"
        + " on conflict do nothing");
    if (mended) {
      execute("insert into consumer.mended select token from consumer.parked_head"
          + " on conflict do nothing");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String script(String name) {
    try (InputStream sql = RoundDatabase.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
