package dev.eventmanager.emulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request of AWS's query protocol: a form of flat names. */
record SnsRequest(Map<String, String> parameters) {

  static SnsRequest parse(String form) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : form.split("&", -1)) {
      var parts = pair.split("=", 2);
      parameters.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
    }
    return new SnsRequest(parameters);
  }

  String action() {
    return get("Action");
  }

  String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The members of a list of structures, each with the names below it. */
  List<SnsRequest> members(String list) {
    var members = new ArrayList<SnsRequest>();
    for (int i = 1; !below("%s.%d.".formatted(list, i)).isEmpty(); i++) {
      members.add(new SnsRequest(below("%s.%d.".formatted(list, i))));
    }
    return members;
  }

  /** A map of texts. */
  Map<String, String> map(String name) {
    return members(name + ".entry").stream()
        .collect(Collectors.toMap(each -> each.get("key"), each -> each.get("value")));
  }

  private Map<String, String> below(String prefix) {
    return parameters.entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix))
        .collect(Collectors.toMap(
            each -> each.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
