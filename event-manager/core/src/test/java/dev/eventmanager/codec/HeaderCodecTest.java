package dev.eventmanager.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventHeaders.Bytes;
import dev.eventmanager.EventHeaders.RawText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderCodecTest {

  private final HeaderCodec codec = new HeaderCodec();

  @Test
  void readsBackEveryValueInItsType() {
    var headers = EventHeaders.of(Map.ofEntries(
        entry("text", "acme"),
        entry("no text", ""),
        entry("clé \u0001 \uFFFE", "\u0000 日本 😀 \uFFFE"),
        entry("boolean", true),
        entry("byte", (byte) -128),
        entry("short", (short) 7),
        entry("int", 7),
        entry("long", 7L),
        entry("float", Float.NaN),
        entry("double", 0.1),
        entry("decimal", new BigDecimal("1.500")),
        entry("time", Instant.parse("1969-12-31T23:59:59Z")),
        entry("bytes", Bytes.of(new byte[] {0, -1})),
        entry("raw", new RawText(Bytes.of(new byte[] {(byte) 0xC3, 0x28}))),
        entry("list", Arrays.asList("a", 1, null, List.of(), Map.of("table", "t"))),
        entry("table", Map.of("int", "not a number", "table", Map.of("deep", 1L))),
        entry("nothing in it", Map.of())));

    assertThat(codec.decode(codec.encode(headers))).isEqualTo(headers);
  }

  @Test
  void keepsTheNull() {
    var headers = EventHeaders.of(Collections.singletonMap("nothing", null));

    assertThat(codec.encode(headers)).isEqualTo("{\"nothing\":null}");
    assertThat(codec.decode(codec.encode(headers)).asMap()).containsKey("nothing");
  }

  /** Others read it too. */
  @Test
  void writesAsciiJsonWithATypeWhereJsonHasNone() {
    assertThat(codec.encode(EventHeaders.of(Map.of("tenant", "Zoë")))).isEqualTo("""
        {"tenant":"Zo\\u00EB"}""");
    assertThat(codec.encode(EventHeaders.of(Map.of("attempt", 3)))).isEqualTo("""
        {"attempt":{"int":"3"}}""");
    assertThat(codec.encode(EventHeaders.of(Map.of("a", List.of(Map.of("b", true))))))
        .isEqualTo("""
        {"a":[{"table":{"b":true}}]}""");
  }

  @Test
  void readsBackAsManyLevelsAsThereMayBe() {
    Object nested = "innermost";
    for (int level = 1; level <= EventHeaders.MOST_LEVELS; level++) {
      nested = Map.of("t", nested);
    }
    var headers = EventHeaders.of(Map.of("deep", nested));

    assertThat(codec.decode(codec.encode(headers))).isEqualTo(headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acme",
        "[]",
        "null",
        "{} {}",
        "{\"a\":1}",
        "{\"a\":{}}",
        "{\"a\":{\"int\":\"1\",\"long\":\"1\"}}",
        "{\"a\":{\"int\":1}}",
        "{\"a\":{\"int\":\"one\"}}",
        "{\"a\":{\"time\":\"today\"}}",
        "{\"a\":{\"time\":\"+1000000000-12-31T23:59:59.999999999Z\"}}",
        "{\"a\":{\"bytes\":\"?\"}}",
        "{\"a\":{\"decimal\":\"99999999999\"}}",
        "{\"a\":{\"colour\":\"red\"}}",
        "{\"a\":{\"table\":\"t\"}}"
      })
  void refusesWhatItWouldNotWrite(String text) {
    assertThatThrownBy(() -> codec.decode(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no headers as the library writes them");
  }
}
