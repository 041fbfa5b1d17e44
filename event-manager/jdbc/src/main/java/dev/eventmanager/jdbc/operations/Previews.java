package dev.eventmanager.jdbc.operations;

import dev.eventmanager.ParkReason;
import dev.eventmanager.jdbc.operations.PreviewOutcome.BeingTried;
import dev.eventmanager.jdbc.operations.PreviewOutcome.NothingSelected;
import dev.eventmanager.jdbc.operations.PreviewOutcome.Previewed;
import dev.eventmanager.jdbc.operations.PreviewOutcome.UnknownEvent;
import dev.eventmanager.jdbc.operations.PreviewOutcome.WaitsBehind;
import dev.eventmanager.jdbc.operations.Selection.FailureGroup;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.operations.Selection.OneKey;
import dev.eventmanager.jdbc.operations.Selection.WholeQueue;
import dev.eventmanager.jdbc.parking.OwnTransaction;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Freezes what an operation is about. The events are selected by the database, never loaded. */
final class Previews {

  /** The first of its sequence, of parked events {@code p}. */
  private static final String HEAD = """
      not exists (
          select 1 from event_manager_parked b
          where b.queue = p.queue and b.sequence_id = p.sequence_id and b.id < p.id)
      """;

  private static final String INSERT_ITEMS = """
      insert into event_manager_operation_item (operation_id, parked_id, sequence_id, event_id,
          ordering_key, head, attempts, state)
      select o.id, p.id, p.sequence_id, p.event_id, p.ordering_key, %s, p.attempts, 'SELECTED'
      from event_manager_operation o
      join event_manager_parked p on p.queue = o.queue
      join event_manager_sequence s on s.queue = p.queue and s.sequence_id = p.sequence_id
      where o.id = :id and s.state in (:states) and %s
      """;

  private static final List<String> REASONS_THAT_HOLD_NO_KEY = Arrays.stream(ParkReason.values())
      .filter(reason -> !reason.holdsKey())
      .map(ParkReason::name)
      .toList();

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final OperationReader reader;
  private final Supplier<String> ids;

  Previews(DataSource dataSource, OperationReader reader, Supplier<String> ids) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = OwnTransaction.on(dataSource);
    this.reader = reader;
    this.ids = ids;
  }

  PreviewOutcome preview(OperationRequest request) {
    return request.selection() instanceof OneEvent one
        ? ofOneEvent(request, one.parkedId())
        : freeze(request, queueOf(request.selection()));
  }

  private PreviewOutcome ofOneEvent(OperationRequest request, long parkedId) {
    Optional<Standing> found = standing(parkedId);
    if (found.isEmpty()) {
      return new UnknownEvent(parkedId);
    }
    Standing standing = found.get();
    if (request.kind() == OperationKind.REPLAY && standing.headId() != parkedId) {
      return new WaitsBehind(parkedId, standing.headId(), standing.headEventId());
    }
    if (!HeldEvents.selectable(request.kind()).contains(standing.state())) {
      return new BeingTried(parkedId, standing.state());
    }
    return freeze(request, standing.queue());
  }

  /** Where an event stands within its sequence. */
  private record Standing(String queue, SequenceState state, long headId, String headEventId) {}

  private Optional<Standing> standing(long parkedId) {
    return jdbc.sql("""
            select s.queue, s.state, h.id as head_id, h.event_id as head_event_id
            from event_manager_parked p
            join event_manager_sequence s on s.queue = p.queue and s.sequence_id = p.sequence_id
            join event_manager_parked h on h.queue = s.queue and h.sequence_id = s.sequence_id
            where p.id = ? order by h.id limit 1
            """)
        .param(parkedId)
        .query((row, n) -> new Standing(
            row.getString("queue"),
            SequenceState.valueOf(row.getString("state")),
            row.getLong("head_id"),
            row.getString("head_event_id")))
        .optional();
  }

  private PreviewOutcome freeze(OperationRequest request, String queue) {
    String id = ids.get();
    boolean any = Boolean.TRUE.equals(transaction.execute(status -> {
      insertOperation(id, request, queue);
      int events = insertItems(id, request);
      if (events == 0) {
        status.setRollbackOnly();
        return false;
      }
      count(id, request.kind(), events);
      return true;
    }));
    return any ? new Previewed(reader.find(id).orElseThrow()) : new NothingSelected();
  }

  private void insertOperation(String id, OperationRequest request, String queue) {
    jdbc.sql("""
            insert into event_manager_operation (id, kind, queue, selection, parked_id,
                ordering_key, error_class, error_frame, reason, events, following, overtaken,
                previewed_by, previewed_at, expires_at)
            values (:id, :kind, :queue, :selection, :parkedId, :orderingKey, :errorClass,
                :errorFrame, :reason, 0, 0, 0, :actor, current_timestamp,
                current_timestamp + interval '1' hour)
            """)
        .param("id", id)
        .param("kind", request.kind().name())
        .param("queue", queue)
        .param("reason", request.reason().orElse(null))
        .param("actor", request.actor())
        .params(SelectionColumns.of(request.selection()).parameters())
        .update();
  }

  /** One statement, and so one moment. */
  private int insertItems(String id, OperationRequest request) {
    SelectionColumns selection = SelectionColumns.of(request.selection());
    boolean headsAlone = request.kind() == OperationKind.REPLAY;
    String condition = selection.condition() + (headsAlone ? " and " + HEAD : "");
    return jdbc.sql(INSERT_ITEMS.formatted(HEAD, condition))
        .param("id", id)
        .param(
            "states",
            HeldEvents.selectable(request.kind()).stream().map(Enum::name).toList())
        .params(selection.parameters())
        .update();
  }

  private void count(String id, OperationKind kind, int events) {
    jdbc.sql("""
            update event_manager_operation
            set events = :events, following = :following, overtaken = :overtaken where id = :id
            """)
        .param("id", id)
        .param("events", events)
        .param("following", following(id))
        .param("overtaken", kind == OperationKind.REPLAY ? overtaken(id) : 0)
        .update();
  }

  private long following(String id) {
    return jdbc.sql("""
            select count(*)
            from event_manager_operation o
            join event_manager_operation_item h on h.operation_id = o.id and h.head
            join event_manager_parked p on p.queue = o.queue and p.sequence_id = h.sequence_id
            where o.id = :id and not exists (
                select 1 from event_manager_operation_item i
                where i.operation_id = :id and i.parked_id = p.id)
            """).param("id", id).query(Long.class).single();
  }

  private long overtaken(String id) {
    return jdbc.sql("""
            select count(*) from event_manager_operation_item i
            join event_manager_parked p on p.id = i.parked_id
            where i.operation_id = :id and p.reason in (:reasons)
            """)
        .param("id", id)
        .param("reasons", REASONS_THAT_HOLD_NO_KEY)
        .query(Long.class)
        .single();
  }

  private static String queueOf(Selection selection) {
    if (selection instanceof OneKey key) {
      return key.queue();
    }
    return selection instanceof FailureGroup group
        ? group.queue()
        : ((WholeQueue) selection).queue();
  }
}
