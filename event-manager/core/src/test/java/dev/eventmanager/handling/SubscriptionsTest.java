package dev.eventmanager.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Lost;
import dev.eventmanager.fixture.Parcels.Sent;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

  @Test
  void bindsEachPatternOnTheExchangesItAdmitsFrom() {
    Subscriptions subscriptions = of(sent("billing_parcel", "*.*.sent"), lost("lost", "#.lost"));

    assertThat(subscriptions.bindings())
        .extracting(Object::toString)
        .containsExactly("parcel --*.*.sent--> billing_parcel", "parcel --#.lost--> lost");
    assertThat(subscriptions.queues()).containsExactly("billing_parcel", "lost");
  }

  @Test
  void choosesTheHandlerByPattern() {
    Subscription sent = sent("q", "parcel.*.sent");
    Subscription lost = lost("q", "parcel.*.lost");
    Subscriptions subscriptions = of(sent, lost);

    assertThat(subscriptions.find("q", "parcel.v1.sent")).contains(sent);
    assertThat(subscriptions.find("q", "parcel.v2.sent")).contains(sent);
    assertThat(subscriptions.find("q", "parcel.v1.lost")).contains(lost);
    assertThat(subscriptions.find("q", "parcel.v9.lost")).contains(lost);
    assertThat(subscriptions.find("q", "parcel.v1.eaten")).isEmpty();
    assertThat(subscriptions.find("other", "parcel.v1.lost")).isEmpty();
  }

  @Test
  void reportsAllProblemsAtOnceEachWithItsMend() {
    InvalidSubscriptionsException failure = catchThrowableOfType(
        InvalidSubscriptionsException.class,
        () -> of(sent("q", "parcel.*.snet"), sent("q", "parcel.#"), lost("q", "parcel.v1.lost")));

    assertThat(failure).hasMessageStartingWith("3 problems with the subscriptions:");
    assertThat(failure.problems())
        .containsExactly(
            "handler of Sent (queue \"q\", pattern \"parcel.*.snet\") matches no declared event; did you mean \"parcel.v1.sent\"?",
            "handler of Sent (queue \"q\", pattern \"parcel.#\") takes Sent, but its pattern admits parcel.v1.lost, which carries Lost; change the parameter or narrow the pattern",
            "handler of Sent (queue \"q\", pattern \"parcel.#\") and handler of Lost (queue \"q\", pattern \"parcel.v1.lost\") both take parcel.v1.lost; give one of them a queue of its own, or narrow a pattern");
  }

  @Test
  void namesTheWordOfAPatternThatNoEventCanFit() {
    InvalidSubscriptionsException failure = catchThrowableOfType(
        InvalidSubscriptionsException.class, () -> of(sent("q", "parcel.*sent")));

    assertThat(failure.problems())
        .containsExactly(
            "handler of Sent (queue \"q\", pattern \"parcel.*sent\"): word 2 of pattern \"parcel.*sent\" is \"*sent\"; a word is *, # or of [a-z0-9-], such as order.*.submit");
  }

  @Test
  void letsAHandlerOfAnyPayloadTakeEveryEvent() {
    Subscription any = Subscription.of("audit", "#", Object.class, (payload, metadata) -> {});

    assertThat(of(any).find("audit", "parcel.v1.lost")).contains(any);
  }

  private static Subscriptions of(Subscription... all) {
    return Subscriptions.of(Parcels.CATALOGUE, List.of(all));
  }

  private static Subscription sent(String queue, String pattern) {
    return Subscription.of(queue, pattern, Sent.class, (sent, metadata) -> {});
  }

  private static Subscription lost(String queue, String pattern) {
    return Subscription.of(queue, pattern, Lost.class, (lost, metadata) -> {});
  }
}
