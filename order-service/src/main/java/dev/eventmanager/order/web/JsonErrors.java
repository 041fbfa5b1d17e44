package dev.eventmanager.order.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Says what is wrong with a body that is not the JSON it should be, in the terms of whoever wrote
 * it.
 */
final class JsonErrors {

  private static final String WHOLE_BODY = "body";

  private JsonErrors() {}

  static FieldError of(HttpMessageNotReadableException unreadable) {
    return unreadable.getCause() instanceof JacksonException json
        ? new FieldError(path(json), message(json))
        : new FieldError(WHOLE_BODY, "must be a JSON object");
  }

  private static String message(JacksonException failure) {
    if (failure instanceof MismatchedInputException mismatch) {
      return "must be " + describe(mismatch.getTargetType());
    }
    if (failure instanceof InputCoercionException) {
      return "is out of range";
    }
    return "is malformed JSON at line %d, column %d"
        .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
  }

  private static String describe(Class<?> type) {
    if (type == Integer.class || type == int.class) {
      return "a whole number";
    }
    if (type == BigDecimal.class) {
      return "a decimal number, or a text that holds one";
    }
    if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }

  private static String path(JacksonException failure) {
    String path = failure.getPath().stream()
        .map(step -> step.getPropertyName() == null
            ? "[" + step.getIndex() + "]"
            : "." + step.getPropertyName())
        .collect(Collectors.joining());
    return path.isEmpty() ? WHOLE_BODY : path.substring(path.startsWith(".") ? 1 : 0);
  }
}
