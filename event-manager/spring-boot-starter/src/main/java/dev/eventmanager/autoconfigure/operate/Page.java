package dev.eventmanager.autoconfigure.operate;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one row more than a page has, so as to know whether there is another page. */
record Page<T>(List<T> rows, @Nullable T last) {

  private static final int LARGEST = 1_000;

  /** {@code last} is null on the last page. */
  static <T> Page<T> of(int limit, Function<Integer, List<T>> read) {
    if (limit < 1 || limit > LARGEST) {
      throw Problem.badRequest("limit is %d and must be from 1 to %d.", limit, LARGEST);
    }
    List<T> rows = read.apply(limit + 1);
    return rows.size() <= limit
        ? new Page<>(rows, null)
        : new Page<>(rows.subList(0, limit), rows.get(limit - 1));
  }

  /** What the next page comes after. */
  @Nullable
  Object next(Function<T, Object> id) {
    return last == null ? null : id.apply(last);
  }
}
