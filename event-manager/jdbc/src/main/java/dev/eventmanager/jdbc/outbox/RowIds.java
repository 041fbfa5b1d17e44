package dev.eventmanager.jdbc.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * A condition on the column id that both databases answer by index. The array keeps a statement's
 * text the same for any number of ids; the range is for H2, which would read the whole shard.
 */
final class RowIds {

  static final String CONDITION = "id between ? and ? and id = any (?)";

  private RowIds() {}

  /** The parameters of a statement that begins with others and ends with {@link #CONDITION}. */
  static List<Object> params(List<Object> first, List<Long> ids) {
    List<Object> params = new ArrayList<>(first);
    params.add(Collections.min(ids));
    params.add(Collections.max(ids));
    params.add(new SqlArrayValue("bigint", ids.toArray()));
    return params;
  }
}
