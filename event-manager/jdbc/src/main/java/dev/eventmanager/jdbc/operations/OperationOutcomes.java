package dev.eventmanager.jdbc.operations;

import dev.eventmanager.jdbc.parking.ReplayOutcomes;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records, in the transaction that settles a replayed event, what became of it. Thread-safe. */
public final class OperationOutcomes implements ReplayOutcomes {

  private final JdbcClient jdbc;

  public OperationOutcomes(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public void succeeded(long parkedId) {
    settle(parkedId, ItemState.SUCCEEDED);
  }

  @Override
  public void failedAgain(long parkedId) {
    settle(parkedId, ItemState.FAILED_AGAIN);
  }

  /** None where no operation asked for it: it merely followed its head. */
  private void settle(long parkedId, ItemState state) {
    jdbc.sql("""
            update event_manager_operation_item
            set state = :state, settled_at = current_timestamp
            where parked_id = :parkedId and state = 'REQUESTED'
            """).param("state", state.name()).param("parkedId", parkedId).update();
  }
}
