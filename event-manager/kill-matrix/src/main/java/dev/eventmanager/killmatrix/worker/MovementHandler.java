package dev.eventmanager.killmatrix.worker;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes each movement down, beside its place among all that was ever written for its account. */
class MovementHandler {

  private final JdbcClient jdbc;
  private final Trouble trouble;

  MovementHandler(JdbcClient jdbc, Trouble trouble) {
    this.jdbc = jdbc;
    this.trouble = trouble;
  }

  /**
   * The place is counted in the effect's own transaction, which locks the account until it commits:
   * so the places of an account are the order in which its effects were committed. Nothing here
   * keeps a second effect of one movement out; that is the library's part.
   */
  @OnEvent(pattern = "account.*.move")
  void moved(Movement movement, EventMetadata metadata) {
    trouble.with(movement);
    jdbc.sql("""
            with here as (
                insert into account (id, place) values (?, 1)
                on conflict (id) do update set place = account.place + 1
                returning place)
            insert into effect (account, place, number, token, event_id)
            select ?, place, ?, ?, ? from here
            """)
        .params(
            movement.account(),
            movement.account(),
            movement.number(),
            movement.token(),
            metadata.id())
        .update();
  }
}
