package dev.eventmanager.autoconfigure.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body as far as it is shown: as the JSON that it is, to the letter; else as text; else, since it
 * is no text either or was cut, in Base64.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayloadView(
    int payloadBytes,
    boolean payloadCut,
    @JsonRawValue @Nullable String payload,
    @Nullable String payloadText,
    @Nullable String payloadBase64) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static PayloadView of(byte[] body, int most) {
    boolean cut = body.length > most;
    byte[] shown = cut ? Arrays.copyOf(body, most) : body;
    String text = cut ? null : text(shown);
    if (text == null) {
      return new PayloadView(
          body.length, cut, null, null, Base64.getEncoder().encodeToString(shown));
    }
    return isJson(text)
        ? new PayloadView(body.length, false, text, null, null)
        : new PayloadView(body.length, false, null, text, null);
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }

  /** What is not whole would break the answer around it. */
  private static boolean isJson(String text) {
    try {
      return !JSON.readTree(text).isMissingNode();
    } catch (JacksonException noJson) {
      return false;
    }
  }
}
