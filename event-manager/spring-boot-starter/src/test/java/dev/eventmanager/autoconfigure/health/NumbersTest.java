package dev.eventmanager.autoconfigure.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  private final Numbers numbers = new Numbers();

  @Test
  void asksNobodyAnyMoreAfterOneThatCouldNotTell() {
    assertThat(numbers.tell(() -> 7L)).isEqualTo(7L);
    assertThat(numbers.tell(() -> {
          throw new IllegalStateException("the database is away");
        }))
        .isEqualTo("unknown: the database is away");
    assertThat(numbers.tell(() -> 8L))
        .asString()
        .isEqualTo("unknown: not asked for while its keeper is away");
  }
}
