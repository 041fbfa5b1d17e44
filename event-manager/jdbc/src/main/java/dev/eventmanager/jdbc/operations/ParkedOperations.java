package dev.eventmanager.jdbc.operations;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Replays and discards parked events, in two steps: a preview freezes the set of events, and its
 * confirmation acts on those of them that are still parked as they were. Every confirmed operation
 * stays on record, with who asked for it, when, why, and what became of each event. Thread-safe, in
 * any number of instances.
 *
 * <p>A replay releases the heads of the selected keys to the queue on which they failed: they are
 * handled again under the same event id, by whichever instance consumes that queue, and what waits
 * behind them follows in order. A discard takes the selected events out and keeps them, whole; a key
 * whose head is discarded goes on with the next one.
 *
 * <p>Selections of any size cost no memory: the database selects, and what is confirmed is carried
 * out in short transactions, the first at once, the others by {@link OperationRunner}.
 */
public final class ParkedOperations {

  private final OperationReader reader;
  private final Previews previews;
  private final CarryingOut carryingOut;

  /**
   * The operations of a service.
   *
   * @param ids the ids of operations: unique, and rising with time
   * @param released is run when events have been released to be handled
   */
  public ParkedOperations(DataSource dataSource, Supplier<String> ids, Runnable released) {
    this.reader = new OperationReader(dataSource);
    this.previews = new Previews(dataSource, reader, ids);
    this.carryingOut = new CarryingOut(dataSource, released);
  }

  /**
   * Freezes the events that an operation is about and does nothing to them. A preview that nobody
   * confirms within an hour is forgotten.
   *
   * <p>A replay is about heads alone; a discard about every event that is selected.
   */
  public PreviewOutcome preview(OperationRequest request) {
    return previews.preview(request);
  }

  /**
   * Carries out what was previewed, once: a second confirmation does nothing and answers the same.
   * An event that was handled, discarded or tried since the preview is left alone, and counts as
   * {@link ItemState#GONE}.
   *
   * @param actor who confirms
   * @return the operation as it stands; empty if there is none of this id, or its preview has
   *     expired
   */
  public Optional<Operation> confirm(String id, String actor) {
    carryingOut.confirm(id, actor);
    return find(id);
  }

  /** An operation by its id; empty if there is none, or its preview has expired. */
  public Optional<Operation> find(String id) {
    return reader.find(id);
  }

  /**
   * All operations, the newest first, a page at a time.
   *
   * @param afterId the id of the last one seen; empty to begin
   * @param most the size of the page
   */
  public List<Operation> list(Optional<String> afterId, int most) {
    return reader.list(afterId, most);
  }

  /**
   * The events that an operation is about, in the order in which they were parked, a page at a time.
   *
   * @param afterParkedId the place of the last one seen; 0 to begin
   * @param most the size of the page
   */
  public List<OperationItem> items(String id, long afterParkedId, int most) {
    return reader.items(id, afterParkedId, most);
  }
}
