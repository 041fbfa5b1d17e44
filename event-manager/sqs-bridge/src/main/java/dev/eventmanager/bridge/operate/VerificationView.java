package dev.eventmanager.bridge.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.bridge.verify.Finding;
import dev.eventmanager.bridge.verify.Report;
import dev.eventmanager.bridge.verify.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verification as operators see it, with a page of its findings. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(
    String id,
    String route,
    Verification.State state,
    @Nullable String reason,
    @Nullable String mirror,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer published,
    @Nullable Long mirrored,
    @Nullable Boolean agrees,
    @Nullable Map<Finding.Kind, Integer> counts,
    @Nullable List<String> notes,
    @Nullable List<Finding> findings,
    @Nullable Integer next) {

  /** {@code after} is how many findings to leave out, {@code most} how many to show. */
  static VerificationView of(Verification verification, int after, int most) {
    return verification
        .report()
        .map(report -> done(verification, report, after, most))
        .orElseGet(() -> new VerificationView(
            verification.id(),
            verification.route().target(),
            verification.state(),
            verification.failure().orElse(null),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  private static VerificationView done(
      Verification verification, Report report, int after, int most) {
    var all = report.findings();
    var begin = Math.min(after, all.size());
    var end = Math.min(begin + most, all.size());
    return new VerificationView(
        verification.id(),
        verification.route().target(),
        verification.state(),
        null,
        report.mirror(),
        report.window().since(),
        report.window().upTo(),
        report.published(),
        report.mirrored(),
        report.agrees(),
        report.counts(),
        report.notes(),
        all.subList(begin, end),
        end < all.size() ? end : null);
  }
}
