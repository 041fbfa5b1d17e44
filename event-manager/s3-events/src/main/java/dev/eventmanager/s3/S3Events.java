package dev.eventmanager.s3;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventDeclarations;
import java.util.Collection;
import java.util.List;

/**
 * The events of the {@code s3} exchange, all keyed by the object, {@code bucket/key}.
 *
 * <p>Of one object, those that carry a sequencer arrive in the order in which S3 did what they tell,
 * but for {@link #LATE}.
 */
public final class S3Events implements EventDeclarations {

  private static final Exchange S3 = Exchange.topic("s3");

  /** {@code s3.v1.created}: an object, or a new version of it, is there. */
  public static final EventType<ObjectChange> CREATED = event("created")
      .describedAs("An object, or a new version of it, is there."
          + " Published for ObjectCreated:*, however it was written.");

  /** {@code s3.v1.removed}: an object, or a version of it, is gone. */
  public static final EventType<ObjectChange> REMOVED = event("removed")
      .describedAs("An object, or a version of it, is gone or hidden by a delete marker."
          + " Published for ObjectRemoved:* and LifecycleExpiration:*.");

  /** {@code s3.v1.restored}: a copy of an archived object is asked for, there, or gone again. */
  public static final EventType<ObjectChange> RESTORED = event("restored")
      .describedAs("A copy of an archived object is asked for, is there, or has expired."
          + " Published for ObjectRestore:*; the field event tells which.");

  /** {@code s3.v1.tagged}: an object's tags have changed. */
  public static final EventType<ObjectChange> TAGGED = event("tagged")
      .describedAs("The tags of an object were put or deleted. Published for ObjectTagging:*.");

  /** {@code s3.v1.changed}: anything else has happened to an object. */
  public static final EventType<ObjectChange> CHANGED = event("changed")
      .describedAs(
          "Anything else has happened to an object: access, storage class, replication,"
              + " or what S3 tells by then. Published for every other event; the field event tells which.");

  /** {@code s3.v1.late}: what S3 said only after something newer of the object was published. */
  public static final EventType<ObjectChange> LATE = event("late")
      .describedAs("Something older has happened to an object than what was published of it last."
          + " Published instead of its own event where S3 told of it too late to keep the order.");

  @Override
  public Collection<EventType<?>> events() {
    return List.of(CREATED, REMOVED, RESTORED, TAGGED, CHANGED, LATE);
  }

  private static EventType<ObjectChange> event(String name) {
    return S3.event(name, ObjectChange.class).keyedBy(ObjectChange::object);
  }
}
