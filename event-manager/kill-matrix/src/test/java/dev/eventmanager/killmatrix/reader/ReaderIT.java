package dev.eventmanager.killmatrix.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows that the reader would see what the matrix looks for, by doctoring what it reads. */
@WithBroker(BrokerKind.RABBITMQ)
class ReaderIT {

  private static final String DATABASE = "doctored";
  private static Postgres postgres;
  private VirtualHost virtualHost;

  @BeforeAll
  static void startPostgres() {
    postgres = Postgres.find();
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  /** Three movements of an account and two of another, each with its effect. */
  @BeforeEach
  void makeAllWell(VirtualHost virtualHost) throws Exception {
    this.virtualHost = virtualHost;
    postgres.create(DATABASE);
    execute(script("/matrix.sql"));
    execute("""
        create table publisher.event_manager_outbox (id bigint);
        create table publisher.event_manager_outbox_waiting (id bigint);
        create table consumer.event_manager_parked (queue text, sequence_id text, event_id text, reason text, body bytea);
        create table consumer.event_manager_sequence (queue text, sequence_id text, state text);
        insert into publisher.account values ('a', 3), ('b', 2);
        insert into publisher.movement values
            ('a', 1, 11, 'FINE'), ('a', 2, 12, 'FINE'), ('a', 3, 13, 'BROKEN'),
            ('b', 1, 21, 'FINE'), ('b', 2, 22, 'FLAKY');
        insert into consumer.account values ('a', 3), ('b', 2);
        insert into consumer.effect values
            ('a', 1, 1, 11, 'e11'), ('a', 2, 2, 12, 'e12'), ('a', 3, 3, 13, 'e13'),
            ('b', 1, 1, 21, 'e21'), ('b', 2, 2, 22, 'e22');
        """);
    execute(script("/parked.sql"));
    try (Connection connection = virtualHost.connectionFactory().newConnection();
        Channel channel = connection.createChannel()) {
      channel.queueDeclare("q", true, false, false, null);
      channel.queuePurge("q");
    }
  }

  @Test
  void findsNothingWhereNothingIsWrong() throws Exception {
    assertThat(read().isClean()).isTrue();
    assertThat(read().events()).isEqualTo(5);
  }

  @Test
  void findsALostEvent() throws Exception {
    execute("delete from consumer.effect where token = 12");

    assertFoundAlone(Invariant.LOST, new Violation("a", 2, 12, null));
  }

  @Test
  void findsARepeatedEvent() throws Exception {
    execute("insert into consumer.effect values ('b', 3, 1, 21, 'e21')");

    assertFoundAlone(Invariant.REPEATED, new Violation("b", 1, 21, "e21"));
  }

  @Test
  void findsAReorderedEvent() throws Exception {
    execute("update consumer.effect set place = 9 where token = 12");

    assertFoundAlone(Invariant.REORDERED, new Violation("a", 2, 12, "e12"));
  }

  @Test
  void findsAnEventOfATransactionThatDidNotCommit() throws Exception {
    execute("insert into consumer.effect values ('a', 4, 4, 14, 'e14')");

    assertFoundAlone(Invariant.UNCOMMITTED, new Violation("a", 4, 14, "e14"));
  }

  @Test
  void findsAnEventThatWasParkedWithoutCause() throws Exception {
    park("e22", "HANDLER_FAILED", "FLAKY", 22);

    assertThat(read().broken()).containsEntry(Invariant.PARKED_WITHOUT_CAUSE, 1L);
  }

  @Test
  void remembersWhatWasParkedWithoutCauseBeforeItWasReplayed() throws Exception {
    execute("insert into consumer.replayed values ('e22', 'b', 2, 22, 'FLAKY')");

    assertFoundAlone(Invariant.PARKED_WITHOUT_CAUSE, new Violation("b", 2, 22, "e22"));
  }

  @Test
  void letsBrokenEventsBeParkedAndOthersBehindThemButNotToTheEnd() throws Exception {
    park("e13", "HANDLER_FAILED", "BROKEN", 13);
    park("e14", "BEHIND_PARKED", "FINE", 14);

    assertThat(read().broken()).containsEntry(Invariant.PARKED_WITHOUT_CAUSE, 0L);
    assertThat(read().leftovers()).containsExactly("2 rows in consumer.event_manager_parked");
  }

  @Test
  void findsWhatIsLeftInTheOutboxAndOnTheQueue() throws Exception {
    execute("insert into publisher.event_manager_outbox values (1)");
    try (Connection connection = virtualHost.connectionFactory().newConnection();
        Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish("", "q", null, new byte[0]);
      channel.waitForConfirmsOrDie(10_000);
    }

    assertThat(read().leftovers())
        .containsExactly("1 rows in publisher.event_manager_outbox", "1 messages on queue q");
  }

  private void assertFoundAlone(Invariant broken, Violation violation) throws Exception {
    Findings findings = read();
    assertThat(findings.isClean()).isFalse();
    assertThat(findings.examples().get(broken)).containsExactly(violation);
    assertThat(findings.broken())
        .allSatisfy((invariant, count) ->
            assertThat(count).as(invariant.name()).isEqualTo(invariant == broken ? 1 : 0));
  }

  private Findings read() throws Exception {
    return new Reader(postgres.url(DATABASE)).read(virtualHost.uri(), List.of("q"));
  }

  private static void park(String id, String reason, String nature, long token)
      throws SQLException {
    execute(
        "insert into consumer.event_manager_sequence values ('q', '%s', 'PARKED')".formatted(id));
    execute("""
        insert into consumer.event_manager_parked values ('q', '%1$s', '%1$s', '%2$s', convert_to(
            '{"account":"a","number":1,"token":%3$d,"nature":"%4$s"}', 'UTF8'))
        """.formatted(id, reason, token, nature));
  }

  private static String script(String name) throws IOException {
    try (InputStream script = ReaderIT.class.getResourceAsStream(name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (java.sql.Connection connection = DriverManager.getConnection(postgres.url(DATABASE));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
