package dev.eventmanager.contracts.compatibility.change;

import java.util.regex.Pattern;

/** Paths into a payload, as in RFC 9535. */
final class JsonPath {

  private static final Pattern SHORT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private JsonPath() {}

  static String field(String parent, String name) {
    return SHORT.matcher(name).matches()
        ? parent + "." + name
        : "%s['%s']".formatted(parent, name.replace("\\", "\\\\").replace("'", "\\'"));
  }
}
