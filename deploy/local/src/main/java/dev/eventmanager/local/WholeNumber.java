package dev.eventmanager.local;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number of the command line; whoever gives another is told the bounds. */
abstract class WholeNumber implements ITypeConverter<Integer> {

  private final String what;
  private final int most;

  private WholeNumber(String what, int most) {
    this.what = what;
    this.most = most;
  }

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below
    }
    throw new TypeConversionException("\"%s\" is no %s from 1 to %d".formatted(text, what, most));
  }

  /** Any port. */
  static final class Port extends WholeNumber {

    Port() {
      super("port", ShopPorts.HIGHEST);
    }
  }

  /** A port with room above it for that of the management. */
  static final class ServicePort extends WholeNumber {

    ServicePort() {
      super("port", ShopPorts.HIGHEST_OF_A_SERVICE);
    }
  }

  /** How many orders. */
  static final class Count extends WholeNumber {

    Count() {
      super("number", 1_000_000);
    }
  }
}
