package dev.eventmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatingTest {

  private static final String PREVIEW = "POST /actuator/parked/operations";
  private static final String CONFIRM = "POST /actuator/parked/operations/0190/confirm";
  private static final String LOOK = "GET /actuator/parked/operations/0190";

  private final StubService service = new StubService()
      .on(PREVIEW, operation("PREVIEWED", "\"SELECTED\":2"))
      .on(CONFIRM, operation("UNDER_WAY", "\"REQUESTED\":2"))
      .on(LOOK, operation("UNDER_WAY", "\"REQUESTED\":1,\"SUCCEEDED\":1"))
      .on(LOOK, operation("DONE", "\"SUCCEEDED\":2"));

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void showsWhatItWouldReplayAndAsks() {
    Person person = new Person("n");

    Ran ran = replay(person);

    assertThat(ran.err()).isEqualToNormalizingNewlines("""
        To replay: 2 events of queue billing_order, failed with java.io.IOException at Billing.settle:42
        ID  KEY   EVENT ID
        12  1004  e-12
        … and 1 more
        Behind these wait 3 further events.
        events: Nothing was done.
        """);
    assertThat(person.questions()).containsExactly("Replay 2 events? [y/N] ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "", "yes please", "N"})
  void doesNothingUnlessTheAnswerIsYes(String answer) {
    assertThat(replay(new Person(answer)).exitStatus()).isEqualTo(4);
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void doesNothingWhereNobodyIsThereToAnswer() {
    Ran ran = replay(new Person());

    assertThat(ran.exitStatus()).isEqualTo(4);
    assertThat(ran.err()).contains("Nobody is there to answer", "--yes");
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void waitsForTheEndAndSaysHowFarItIs() {
    Ran ran = replay(new Person("y"));

    assertThat(ran.exitStatus()).isZero();
    assertThat(ran.err()).containsSubsequence("1 of 2 settled", "2 of 2 settled");
    assertThat(ran.out()).isEqualToNormalizingNewlines("2 events handled\n");
  }

  @Test
  void asksNobodyWithYesAndKeepsTheAnswerApartForScripts() {
    Person nobody = new Person();

    Ran ran = replay(nobody, "--yes", "--output", "json");

    assertThat(nobody.questions()).isEmpty();
    assertThat(ran.out()).startsWith("{").contains("\"state\" : \"DONE\"").endsWith("}\n");
    assertThat(ran.exitStatus()).isZero();
  }

  @Test
  void goesOnWithoutThoseWhoDoNotWait() {
    Ran ran = replay(new Person("y"), "--wait", "0");

    assertThat(ran.exitStatus()).isEqualTo(5);
    assertThat(ran.out())
        .contains("Still under way: 0 of 2 settled", "events parked operations 0190");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          "FAILED_AGAIN":1,"SUCCEEDED":1 | 1 | 1 event failed again
          "GONE":2                       | 0 | 2 events left alone
          "DISCARDED":2                  | 0 | 2 events discarded
          """)
  void tellsWhatCameOfThem(String progress, int exitStatus, String text) {
    try (StubService other = new StubService()
        .on(PREVIEW, operation("PREVIEWED", "\"SELECTED\":2"))
        .on(CONFIRM, operation("DONE", progress))) {
      Ran ran = Ran.asked(other, new Person("yes"), "parked", "replay", "12");

      assertThat(ran.exitStatus()).isEqualTo(exitStatus);
      assertThat(ran.out()).contains(text);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          12                                         | {"event":12}
          --queue q --key k                          | {"queue":"q","key":"k"}
          --queue q --error-class C                  | {"queue":"q","errorClass":"C"}
          --queue q --error-class C --frame X.y:1    | {"queue":"q","errorClass":"C","frame":"X.y:1"}
          --queue q --all                            | {"queue":"q","all":true}
          """)
  void selects(String options, String select) {
    Ran.asked(service, new Person("n"), ("parked discard --reason mistake " + options).split(" "));

    assertThat(service.requests())
        .containsExactly(PREVIEW
            + " {\"kind\":\"discard\",\"reason\":\"mistake\",\"select\":%s}".formatted(select));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--queue q",
        "--all",
        "--key k",
        "12 --all --queue q",
        "12 --queue q",
        "--queue q --key k --all",
        "--queue q --key k --frame f"
      })
  void refusesToGuessWhatIsMeant(String options) {
    Ran ran = Ran.asked(service, new Person("y"), ("parked replay " + options).split(" "));

    assertThat(ran.exitStatus()).isEqualTo(2);
    assertThat(ran.err()).startsWith("events: ").contains("See events parked replay --help.");
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void discardsNothingWithoutAReason() {
    Ran ran = Ran.asked(service, new Person("y"), "parked", "discard", "12");

    assertThat(ran.exitStatus()).isEqualTo(2);
    assertThat(ran.err()).contains("--reason");
  }

  private Ran replay(Person person, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "parked";
    arguments[1] = "replay";
    arguments[2] = "12";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Ran.asked(service, person, arguments);
  }

  private static String operation(String state, String progress) {
    return """
        {"id":"0190","kind":"replay","queue":"billing_order","state":"%s","events":2,
         "select":{"queue":"billing_order","errorClass":"java.io.IOException","frame":"Billing.settle:42"},
         "progress":{%s},"notes":["Behind these wait 3 further events."],
         "items":[{"event":12,"eventId":"e-12","orderingKey":"1004"}]}""".formatted(state, progress);
  }
}
