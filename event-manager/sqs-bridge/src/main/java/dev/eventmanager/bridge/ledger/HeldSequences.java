package dev.eventmanager.bridge.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.eventmanager.jdbc.parking.SequenceId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells which ordering keys are held, of many at once. Thread-safe. */
final class HeldSequences {

  private final JdbcTemplate jdbc;

  HeldSequences(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  static Held of(Intent intent) {
    var delivery = intent.delivery();
    return new Held(
        delivery.queue(), SequenceId.ofKey(delivery.event().metadata().orderingKey()));
  }

  /** The sequences that are held among those of the intents that ask for it. */
  Set<Held> among(Collection<Intent> intents) {
    var asked = intents.stream()
        .filter(Intent::asksWhetherHeld)
        .map(HeldSequences::of)
        .collect(groupingBy(Held::queue, mapping(Held::sequenceId, toList())));
    var held = new HashSet<Held>();
    asked.forEach((queue, sequences) -> held.addAll(among(queue, sequences)));
    return held;
  }

  private List<Held> among(String queue, List<String> sequences) {
    return jdbc.query(
        connection -> {
          var statement = connection.prepareStatement("""
              select sequence_id from event_manager_sequence
              where queue = ? and sequence_id = any (cast(? as varchar array))
              """);
          statement.setString(1, queue);
          statement.setArray(2, connection.createArrayOf("varchar", sequences.toArray()));
          return statement;
        },
        (row, n) -> new Held(queue, row.getString(1)));
  }

  /** A sequence by its queue and name. */
  record Held(String queue, String sequenceId) {}
}
