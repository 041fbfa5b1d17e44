package dev.eventmanager.autoconfigure.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.jdbc.operations.ItemState;
import dev.eventmanager.jdbc.operations.Operation;
import dev.eventmanager.jdbc.operations.Operation.Confirmation;
import dev.eventmanager.jdbc.operations.OperationKind;
import dev.eventmanager.jdbc.operations.Selection;
import dev.eventmanager.jdbc.operations.Selection.FailureGroup;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.operations.Selection.OneKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A replay or a discard, in the words in which it was asked for. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OperationView(
    String id,
    String kind,
    Operation.State state,
    String queue,
    Map<String, @Nullable Object> select,
    Optional<String> reason,
    long events,
    long following,
    Map<ItemState, Long> progress,
    List<String> notes,
    String previewedBy,
    Instant previewedAt,
    Optional<Instant> expiresAt,
    Optional<String> confirmedBy,
    Optional<Instant> confirmedAt) {

  static OperationView of(Operation operation) {
    return new OperationView(
        operation.id(),
        operation.kind().name().toLowerCase(Locale.ROOT),
        operation.state(),
        operation.queue(),
        select(operation.selection()),
        operation.reason(),
        operation.events(),
        operation.following(),
        new TreeMap<>(operation.progress()),
        notes(operation),
        operation.previewedBy(),
        operation.previewedAt(),
        operation.confirmation().isPresent()
            ? Optional.empty()
            : Optional.of(operation.expiresAt()),
        operation.confirmation().map(Confirmation::by),
        operation.confirmation().map(Confirmation::at));
  }

  private static Map<String, @Nullable Object> select(Selection selection) {
    Map<String, @Nullable Object> select = new LinkedHashMap<>();
    if (selection instanceof OneEvent one) {
      select.put("event", one.parkedId());
    } else if (selection instanceof OneKey key) {
      select.put("queue", key.queue());
      select.put("key", key.orderingKey());
    } else if (selection instanceof FailureGroup group) {
      select.put("queue", group.queue());
      select.put("errorClass", group.errorClass());
      select.put("frame", group.frame().orElse(null));
    } else {
      select.put("queue", ((Selection.WholeQueue) selection).queue());
      select.put("all", true);
    }
    return select;
  }

  private static List<String> notes(Operation operation) {
    List<String> notes = new ArrayList<>();
    if (operation.following() > 0) {
      notes.add("Further events that wait behind these: %d. They are handled after them, in order."
          .formatted(operation.following()));
    }
    if (operation.overtaken() > 0) {
      notes.add(
          "Of these, do not hold their key: %d. Later events of it may have been handled already; a replay comes after them."
              .formatted(operation.overtaken()));
    }
    if (operation.kind() == OperationKind.DISCARD) {
      notes.add("Discarded events are never handled. They are kept, and can be shown by their id.");
    }
    return notes;
  }
}
