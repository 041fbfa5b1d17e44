package dev.eventmanager.killmatrix.reader;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Reads the database and the queues, and knows nothing of the library but the names of its tables.
 * Not thread-safe.
 */
public final class Reader {

  private static final int EXAMPLES = 20;

  private final String database;

  /** A reader of the database at this JDBC address. */
  public Reader(String database) {
    this.database = database;
  }

  /** How many events are committed, and how many effects. */
  public Progress progress() throws SQLException {
    try (Connection connection = DriverManager.getConnection(database)) {
      return new Progress(
          count(connection, "select coalesce(sum(number), 0) from publisher.account"),
          count(connection, "select coalesce(sum(place), 0) from consumer.account"),
          count(connection, "select count(*) from publisher.event_manager_outbox")
              + count(connection, "select count(*) from publisher.event_manager_outbox_waiting"));
    }
  }

  /** Looks for whatever breaks an invariant; to be asked once everything is at rest. */
  public Findings read(URI broker, List<String> queues) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(database)) {
      Map<Invariant, Long> broken = new EnumMap<>(Invariant.class);
      Map<Invariant, List<Violation>> examples = new EnumMap<>(Invariant.class);
      for (Invariant invariant : Invariant.values()) {
        List<Violation> violations = violations(connection, invariant);
        broken.put(invariant, (long) violations.size());
        examples.put(invariant, violations.stream().limit(EXAMPLES).toList());
      }
      List<String> leftovers = new ArrayList<>(leftInTables(connection));
      leftovers.addAll(leftOnQueues(broker, queues));
      return new Findings(
          count(connection, "select count(*) from publisher.movement"),
          broken,
          examples,
          leftovers);
    }
  }

  private static List<Violation> violations(Connection connection, Invariant invariant)
      throws SQLException {
    List<Violation> violations = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(invariant.violations())) {
      while (row.next()) {
        violations.add(new Violation(
            row.getString("account"),
            row.getLong("number"),
            row.getLong("token"),
            row.getString("event_id")));
      }
    }
    return violations;
  }

  private static List<String> leftInTables(Connection connection) throws SQLException {
    List<String> leftovers = new ArrayList<>();
    for (String table : List.of(
        "publisher.event_manager_outbox",
        "publisher.event_manager_outbox_waiting",
        "consumer.event_manager_parked")) {
      long rows = count(connection, "select count(*) from " + table);
      if (rows > 0) {
        leftovers.add("%d rows in %s".formatted(rows, table));
      }
    }
    return leftovers;
  }

  private static List<String> leftOnQueues(URI broker, List<String> queues) throws IOException {
    List<String> leftovers = new ArrayList<>();
    try (com.rabbitmq.client.Connection connection = connect(broker);
        Channel channel = connection.createChannel()) {
      for (String queue : queues) {
        int messages = channel.queueDeclarePassive(queue).getMessageCount();
        if (messages > 0) {
          leftovers.add("%d messages on queue %s".formatted(messages, queue));
        }
      }
      return leftovers;
    } catch (TimeoutException e) {
      throw new IOException("the broker did not answer in time", e);
    }
  }

  private static com.rabbitmq.client.Connection connect(URI broker)
      throws IOException, TimeoutException {
    ConnectionFactory factory = new ConnectionFactory();
    try {
      factory.setUri(broker);
    } catch (URISyntaxException | GeneralSecurityException e) {
      throw new IllegalArgumentException(broker.toString(), e);
    }
    return factory.newConnection("reader of the kill matrix");
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * How far it is.
   *
   * @param waiting rows of the outbox
   */
  public record Progress(long committed, long effects, long waiting) {

    /** Nothing has happened yet. */
    public static final Progress NONE = new Progress(0, 0, 0);

    /** Whether all that was committed has come to an effect and left the outbox. */
    public boolean isAtRest() {
      return committed == effects && waiting == 0;
    }

    @Override
    public String toString() {
      return "%,d events committed, %,d effects, %,d in the outbox"
          .formatted(committed, effects, waiting);
    }
  }
}
