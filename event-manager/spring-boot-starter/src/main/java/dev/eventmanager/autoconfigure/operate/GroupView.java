package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.jdbc.parking.ParkedGroup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What failed alike, with the selection that a preview of it takes. */
record GroupView(
    String queue,
    String errorClass,
    @Nullable String frame,
    long count,
    Instant oldest,
    Instant newest,
    Select select) {

  /** The fields of a group in a preview. */
  record Select(String queue, String errorClass, @Nullable String frame) {}

  static GroupView of(ParkedGroup group) {
    String frame = group.frame().orElse(null);
    return new GroupView(
        group.queue(),
        group.errorClass(),
        frame,
        group.count(),
        group.oldest(),
        group.newest(),
        new Select(group.queue(), group.errorClass(), frame));
  }
}
