package dev.eventmanager.autoconfigure.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.autoconfigure.operate.Operator.Answer;
import dev.eventmanager.testkit.WithBroker;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an operator does with a running service, over HTTP. */
@WithBroker
class ParkedOperationsIT {

  private static GuardedHotel hotel;
  private static Operator operator;

  @BeforeAll
  static void start() {
    hotel = GuardedHotel.open();
    operator = hotel.operator();
  }

  @AfterAll
  static void stop() {
    hotel.close();
  }

  @Test
  void replaysAnEventAfterItsCauseIsRemoved() {
    JsonNode event = hotel.parked("Ada", 1).get(0);

    JsonNode shown = operator.get("/events/" + event.path("id")).body();
    assertThat(shown.path("payload").toString()).isEqualTo("{\"guest\":\"Ada\",\"bags\":1}");
    assertThat(shown.path("route").toString())
        .isEqualTo(
            "{\"exchange\":\"visit\",\"routingKey\":\"visit.v1.arrive\",\"queue\":\"hotel_visit\"}");
    assertThat(shown.path("failure").path("stack").asString()).contains("the door is shut");

    hotel.letIn("Ada");
    JsonNode confirmed = hotel.confirmed("replay", "{\"event\":%s}".formatted(event.path("id")));

    GuardedHotel.eventually()
        .untilAsserted(() -> assertThat(hotel.progress(confirmed)).isEqualTo("{\"SUCCEEDED\":1}"));
    assertThat(hotel.guests()).containsOnlyOnce("Ada");
    assertThat(confirmed.path("previewedBy").asString()).isEqualTo("ada");
    assertThat(hotel.ofKey("Ada")).isEmpty();
  }

  @Test
  void letsWhatWaitsFollowItsHead() {
    List<JsonNode> events = hotel.parked("Bob", 3);
    assertThat(events)
        .extracting(each -> each.path("head").asBoolean())
        .containsExactly(true, false, false);
    Answer alone =
        hotel.preview("replay", "{\"event\":%s}".formatted(events.get(1).path("id")));
    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.detail())
        .contains("waits behind event %s".formatted(events.get(0).path("id")));

    hotel.letIn("Bob");
    hotel.confirmed("replay", "{\"queue\":\"hotel_visit\",\"key\":\"Bob\"}");

    GuardedHotel.eventually().untilAsserted(() -> assertThat(hotel.ofKey("Bob")).isEmpty());
    assertThat(hotel.guests()).filteredOn("Bob"::equals).hasSize(3);
  }

  @Test
  void tellsThatAReplayedEventFailedAgain() {
    JsonNode event = hotel.parked("Cyd", 1).get(0);

    JsonNode confirmed = hotel.confirmed("replay", "{\"event\":%s}".formatted(event.path("id")));

    GuardedHotel.eventually()
        .untilAsserted(
            () -> assertThat(hotel.progress(confirmed)).isEqualTo("{\"FAILED_AGAIN\":1}"));
    assertThat(hotel.ofKey("Cyd").get(0).path("state").asString()).isEqualTo("PARKED");
  }

  @Test
  void discardsAnEventAndKeepsItOnRecord() {
    List<JsonNode> events = hotel.parked("Dan", 2);
    hotel.letIn("Dan");

    JsonNode confirmed =
        hotel.confirmed("discard", "{\"event\":%s}".formatted(events.get(0).path("id")));

    assertThat(hotel.progress(confirmed)).isEqualTo("{\"DISCARDED\":1}");
    JsonNode kept = operator.get("/events/" + events.get(0).path("id")).body();
    assertThat(kept.path("state").asString()).isEqualTo("DISCARDED");
    assertThat(kept.path("discarded").path("operation")).isEqualTo(confirmed.path("id"));
    GuardedHotel.eventually().untilAsserted(() -> assertThat(hotel.ofKey("Dan")).isEmpty());
    assertThat(hotel.guests()).containsOnlyOnce("Dan");
    assertThat(operator.get("/operations").body().path("operations").valueStream())
        .extracting(each -> each.path("id"))
        .contains(confirmed.path("id"));
  }

  @Test
  void replaysAGroupAsItIsListed() {
    hotel.parked("Eve", 1);
    JsonNode group =
        operator.get("/groups?queue=hotel_visit").body().path("groups").get(0);
    assertThat(group.path("errorClass").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(group.path("count").asInt()).isPositive();

    Answer preview = hotel.preview("replay", group.path("select").toString());

    assertThat(preview.status()).isEqualTo(201);
    assertThat(preview.body().path("items").valueStream())
        .extracting(each -> each.path("orderingKey").asString())
        .contains("Eve");
  }

  @Test
  void goesThroughTheListPageByPage() {
    List<JsonNode> events = hotel.parked("Fay", 3);

    JsonNode first = operator.get("?key=Fay&limit=2").body();
    JsonNode second =
        operator.get("?key=Fay&limit=2&after=" + first.path("next")).body();

    assertThat(first.path("events").size()).isEqualTo(2);
    assertThat(second.path("events").get(0).path("id")).isEqualTo(events.get(2).path("id"));
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void showsNoMoreOfAPayloadThanIsAskedFor() {
    JsonNode event = hotel.parked("Gus", 1).get(0);

    JsonNode shown =
        operator.get("/events/%s?payload=4".formatted(event.path("id"))).body();

    assertThat(shown.path("payloadCut").asBoolean()).isTrue();
    assertThat(shown.path("payloadBase64").asString()).isEqualTo("eyJndQ==");
    assertThat(shown.has("payload")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          ?state=LOST          | 400 | state is "LOST" and must be one of RETRYING, PARKED, REPLAYING
          ?limit=0             | 400 | limit is 0 and must be from 1 to 1000.
          ?limit=many          | 400 | limit is "many" and must be a whole number
          /events/0            | 404 | No event is parked as 0.
          /events/0?payload=-1 | 400 | payload is -1
          /operations/none     | 404 | There is no operation none.
          /elsewhere           | 404 | nothing to GET at /actuator/parked/elsewhere
          """)
  void saysWhatIsWrongWithAQuestion(String path, int status, String detail) {
    assertProblem(operator.get(path), status, detail);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
          nothing | 400 | The body is not a JSON object.
          {"kind":"repeat","select":{"event":1}} | 400 | kind is "repeat" and must be "replay" or "discard".
          {"kind":"replay"} | 400 | select is missing
          {"kind":"discard","select":{"event":1}} | 400 | To discard takes a reason
          {"kind":"replay","select":{"event":"1"}} | 400 | select.event is 1
          {"kind":"replay","select":{"queue":"q","errorClas":"E"}} | 400 | [errorClas] cannot stand beside
          {"kind":"replay","select":{"queue":"q"}} | 400 | does not say which events of the queue
          {"kind":"replay","select":{"queue":"q","key":"k","all":true}} | 400 | [all] cannot stand beside
          {"kind":"replay","select":{"event":0}} | 404 | No event is parked as 0.
          {"kind":"replay","select":{"queue":"q","all":true}} | 409 | Nothing is parked that this selects
          """)
  void saysWhatIsWrongWithAPreview(String body, int status, String detail) {
    assertProblem(operator.post("/operations", body), status, detail);
  }

  @Test
  void saysThatThereIsNothingToConfirm() {
    assertProblem(operator.post("/operations/none/confirm", "{}"), 404, "preview again");
  }

  private static void assertProblem(Answer answer, int status, String detail) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.detail()).contains(detail);
  }
}
