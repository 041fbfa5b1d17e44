package dev.eventmanager.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A number that cannot be is refused before anything starts. */
class ShopOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--order-port=tea     | \"tea\" is no port from 1 to 64535",
        "--order-port=65000   | \"65000\" is no port from 1 to 64535",
        "--broker-port=0      | \"0\" is no port from 1 to 65535",
        "--measure=0          | \"0\" is no number from 1 to 1000000",
        "--measure=-3         | \"-3\" is no number from 1 to 1000000"
      })
  void namesTheFlagAndItsBounds(String argument, String complaint) {
    assertThatThrownBy(() -> new CommandLine(new LocalShop()).parseArgs(argument))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(argument.split("=")[0])
        .hasMessageContaining(complaint);
  }

  @Test
  void takesTheHighestPortThatHasRoomForItsManagement() {
    assertThat(new CommandLine(new LocalShop()).parseArgs("--order-port=64535").errors())
        .isEmpty();
  }
}
