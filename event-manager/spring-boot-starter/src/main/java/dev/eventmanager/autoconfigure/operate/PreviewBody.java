package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.jdbc.operations.OperationKind;
import dev.eventmanager.jdbc.operations.OperationRequest;
import dev.eventmanager.jdbc.operations.Selection;
import dev.eventmanager.jdbc.operations.Selection.FailureGroup;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.operations.Selection.OneKey;
import dev.eventmanager.jdbc.operations.Selection.WholeQueue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks for, read strictly: a misspelt field would select other events than those
 * that were meant.
 */
final class PreviewBody {

  static final String FORM =
      "Send {\"kind\": \"replay\" or \"discard\", \"reason\": …, \"select\": …}, where select is one of"
          + " {\"event\": id}, {\"queue\": …, \"key\": …}, {\"queue\": …, \"errorClass\": …,"
          + " \"frame\": …} and {\"queue\": …, \"all\": true}.";

  private static final String KIND = "kind";
  private static final String REASON = "reason";
  private static final String SELECT = "select";
  private static final String EVENT = "event";
  private static final String QUEUE = "queue";
  private static final String KEY = "key";
  private static final String ERROR_CLASS = "errorClass";
  private static final String FRAME = "frame";
  private static final String ALL = "all";

  private final Map<String, @Nullable Object> body;

  PreviewBody(Map<String, @Nullable Object> body) {
    this.body = body;
  }

  /** What it asks for, or a {@link Problem} that says what is wrong with it. */
  OperationRequest by(String actor) {
    requireOnly(body, Set.of(KIND, REASON, SELECT));
    OperationKind kind = kind(text(body, KIND));
    Optional<String> reason = text(body, REASON).filter(given -> !given.isBlank());
    if (kind == OperationKind.DISCARD && reason.isEmpty()) {
      throw Problem.badRequest("To discard takes a reason, which is recorded. " + FORM);
    }
    return new OperationRequest(kind, selection(), reason, actor);
  }

  private static OperationKind kind(Optional<String> given) {
    return switch (given.orElse("")) {
      case "replay" -> OperationKind.REPLAY;
      case "discard" -> OperationKind.DISCARD;
      default ->
        throw Problem.badRequest(
            "kind is %s and must be \"replay\" or \"discard\".",
            given.map("\"%s\""::formatted).orElse("missing"));
    };
  }

  @SuppressWarnings("unchecked") // JSON objects have strings for names
  private Selection selection() {
    if (!(body.get(SELECT) instanceof Map<?, ?> given)) {
      throw Problem.badRequest("select is missing, or no object. " + FORM);
    }
    Map<String, @Nullable Object> select = (Map<String, @Nullable Object>) given;
    return select.containsKey(EVENT) ? oneEvent(select) : ofQueue(select);
  }

  private static Selection oneEvent(Map<String, @Nullable Object> select) {
    requireOnly(select, Set.of(EVENT));
    Object id = select.get(EVENT);
    if (id instanceof Integer || id instanceof Long) {
      return new OneEvent(((Number) id).longValue());
    }
    throw Problem.badRequest(
        "select.event is %s and must be the number that the list calls id.", String.valueOf(id));
  }

  private static Selection ofQueue(Map<String, @Nullable Object> select) {
    String queue = required(select, QUEUE);
    if (select.containsKey(KEY)) {
      requireOnly(select, Set.of(QUEUE, KEY));
      return new OneKey(queue, required(select, KEY));
    }
    if (select.containsKey(ERROR_CLASS)) {
      requireOnly(select, Set.of(QUEUE, ERROR_CLASS, FRAME));
      return new FailureGroup(queue, required(select, ERROR_CLASS), text(select, FRAME));
    }
    requireOnly(select, Set.of(QUEUE, ALL));
    if (Boolean.TRUE.equals(select.get(ALL))) {
      return new WholeQueue(queue);
    }
    throw Problem.badRequest("select does not say which events of the queue. " + FORM);
  }

  private static String required(Map<String, @Nullable Object> from, String field) {
    return text(from, field)
        .orElseThrow(() -> Problem.badRequest("select.%s is missing. %s", field, FORM));
  }

  private static Optional<String> text(Map<String, @Nullable Object> from, String field) {
    Object value = from.get(field);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    throw Problem.badRequest("%s is %s and must be a string.", field, value);
  }

  private static void requireOnly(Map<String, @Nullable Object> given, Set<String> known) {
    Set<String> unknown = new TreeSet<>(given.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw Problem.badRequest(
          "%s cannot stand beside, or instead of, %s. %s", unknown, new TreeSet<>(known), FORM);
    }
  }
}
