package dev.eventmanager.sqs.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives every body a text SQS takes. A legal body goes as it is; only others are encoded. */
enum BodyEncoding {
  /** The body's own bytes; the message has no attribute for it. */
  NONE(null) {
    @Override
    byte[] decode(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Not UTF-8, or with characters that SQS does not take. */
  BASE64("base64") {
    @Override
    byte[] decode(String text) {
      return Base64.getDecoder().decode(text);
    }
  },
  /** No bytes at all, where SQS wants at least one. */
  EMPTY("empty") {
    @Override
    byte[] decode(String text) {
      return new byte[0];
    }
  };

  private final @Nullable String attribute;

  BodyEncoding(@Nullable String attribute) {
    this.attribute = attribute;
  }

  /** The value of the attribute {@code encoding}, where the message has one. */
  @Nullable
  String attribute() {
    return attribute;
  }

  abstract byte[] decode(String text);

  static EncodedBody encode(byte[] body) {
    if (body.length == 0) {
      return new EncodedBody(EMPTY, "-");
    }
    return SqsText.of(body)
        .map(text -> new EncodedBody(NONE, text))
        .orElseGet(() -> new EncodedBody(BASE64, Base64.getEncoder().encodeToString(body)));
  }

  static BodyEncoding named(@Nullable String attribute) {
    for (var encoding : values()) {
      if (Objects.equals(encoding.attribute, attribute)) {
        return encoding;
      }
    }
    throw new IllegalArgumentException(
        "The message attribute 'encoding' is '%s'; known are 'base64' and 'empty'"
            .formatted(attribute));
  }

  record EncodedBody(BodyEncoding encoding, String text) {}
}
