package dev.eventmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.EventHeaders.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventHeadersTest {

  @Test
  void areCopiedAsDeepAsTheyGo() {
    var list = new ArrayList<Object>(List.of("a"));
    var table = new HashMap<String, Object>(Map.of("list", list));
    var bytes = new byte[] {1};
    var headers = EventHeaders.of(Map.of("table", table, "bytes", Bytes.of(bytes)));

    list.add("b");
    table.clear();
    bytes[0] = 2;

    assertThat(headers.asMap())
        .isEqualTo(
            Map.of("table", Map.of("list", List.of("a")), "bytes", Bytes.of(new byte[] {1})));
    assertThatThrownBy(() -> headers.asMap().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((Map<?, ?>) headers.asMap().get("table")).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void areWhatAmqpCanCarry() {
    refused("x".repeat(256), "text", "a name of more than 255 bytes");
    refused("a", Map.of("é".repeat(128), 1), "a name of more than 255 bytes");
    refused("a", new Date(0), "java.util.Date");
    refused("a", List.of(new int[0]), "which no header can be");
    refused("a", new BigDecimal("2147483648"), "more than 32 bits");
    refused("a", new BigDecimal("1e3"), "a scale beyond");
    refused("a", Instant.MAX, "too far away");
    refused("a", nested(EventHeaders.MOST_LEVELS + 1), "more than 100 levels");
    assertThat(EventHeaders.of(Map.of("a", nested(EventHeaders.MOST_LEVELS))).isEmpty())
        .isFalse();
  }

  @Test
  void showNamesAndNoValues() {
    assertThat(EventHeaders.of(Map.of("token", "secret"))).hasToString("[token]");
  }

  private static void refused(String name, Object value, String why) {
    assertThatThrownBy(() -> EventHeaders.of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static Object nested(int levels) {
    Object nested = "innermost";
    for (int level = 1; level <= levels; level++) {
      nested = List.of(nested);
    }
    return nested;
  }
}
