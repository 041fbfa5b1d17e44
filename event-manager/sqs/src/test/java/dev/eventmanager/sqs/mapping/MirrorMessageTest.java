package dev.eventmanager.sqs.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MirrorMessageTest {

  @Test
  void countsBytesOfTheBodyNotCharacters() {
    assertThat(message("é".repeat(524_288), Map.of()).size()).isEqualTo(1_048_576);
    assertThat(message("😀".repeat(262_144), Map.of()).size()).isEqualTo(1_048_576);
    assertThat(message("😀".repeat(262_144) + "x", Map.of()).size()).isEqualTo(1_048_577);
  }

  @Test
  void countsNameTypeAndValueOfAttributes() {
    var size = message("x", Map.of("id", "é", "type", "ab")).size();

    assertThat(size).isEqualTo(1 + "idString".length() + 2 + "typeString".length() + 2);
  }

  private static MirrorMessage message(String body, Map<String, String> attributes) {
    return new MirrorMessage("g", "d", body, attributes);
  }
}
