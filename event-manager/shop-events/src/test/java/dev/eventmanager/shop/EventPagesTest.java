package dev.eventmanager.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the pages in {@code docs/events} true: what they show is what travels. */
class EventPagesTest {

  private static final Path PAGES = Path.of("../../docs/events");
  private static final Pattern SAMPLE =
      Pattern.compile("```json (\\S+)\\n(.*?)```", Pattern.DOTALL);

  private final EventCodec codec = new EventCodec(EventCatalogue.load(getClass().getClassLoader()));

  @ParameterizedTest
  @MethodSource("dev.eventmanager.shop.OneOfEach#events")
  <T> void showASampleOfEveryVersion(OneOfEach<T> event) throws IOException {
    assertThat(samples(event.type()).keySet())
        .containsExactlyElementsOf(event.type().versions().stream()
            .map(version -> event.type().routingKey(version).toString())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("dev.eventmanager.shop.OneOfEach#events")
  <T> void showSamplesThatCanBeRead(OneOfEach<T> event) throws IOException {
    Map<String, String> samples = samples(event.type());

    assertThat(read(event.type().routingKey().toString(), samples)).isEqualTo(event.payload());
    samples
        .keySet()
        .forEach(key -> assertThat(read(key, samples)).isInstanceOf(event.type().payloadType()));
  }

  @Test
  void areAllInTheTableOfContents() throws IOException {
    String contents = Files.readString(PAGES.resolve("README.md"));

    assertThat(new ShopEvents().events())
        .allSatisfy(type ->
            assertThat(contents).contains("[`%s`](%s)".formatted(type.routingKey(), page(type))));
  }

  private Object read(String routingKey, Map<String, String> samples) {
    byte[] body = samples.get(routingKey).getBytes(StandardCharsets.UTF_8);
    return codec.decode(new EncodedEvent(OneOfEach.metadata(routingKey), body)).payload();
  }

  private static Map<String, String> samples(EventType<?> type) throws IOException {
    Map<String, String> samples = new TreeMap<>();
    SAMPLE
        .matcher(Files.readString(PAGES.resolve(page(type))))
        .results()
        .forEach((MatchResult sample) -> samples.put(sample.group(1), sample.group(2)));
    return samples;
  }

  private static String page(EventType<?> type) {
    return "%s.%s.md".formatted(type.exchange(), type.name());
  }
}
