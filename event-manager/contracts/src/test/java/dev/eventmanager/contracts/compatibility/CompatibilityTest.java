package dev.eventmanager.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.contracts.compatibility.change.Change;
import dev.eventmanager.contracts.compatibility.change.ChangeKind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events and versions that come, change and go, whom it hurts, and what lets it pass. */
class CompatibilityTest {

  private static final String INTEGER_PRICE = Release.ORDER.replace("number", "integer");
  private static final String TEXT_ID = Release.ORDER.replace("integer", "string");

  @TempDir
  private Path folder;

  private Release before;
  private Release after;

  @BeforeEach
  void release() {
    before = Release.of(folder.resolve("before"));
    after = Release.of(folder.resolve("after"));
  }

  @Test
  void findsNothingWhereNothingChanged() {
    assertThat(compared()).hasToString("Nothing changed that a reader or a writer would notice.");
    assertThat(compared().order()).isEqualTo(DeploymentOrder.ANY);
  }

  @Test
  void letsAddedOptionalFieldsPassInAnyOrder() {
    after.schema(
        "order/submit.v2",
        Release.ORDER.replace("{\"id\"", "{\"note\": {\"type\": \"string\"}, \"id\""));

    assertThat(compared().passes()).isTrue();
    assertThat(compared().order()).isEqualTo(DeploymentOrder.ANY);
  }

  @Test
  void saysWhomANarrowedTypeBreaksAndWhatToDo() {
    after.schema("order/submit.v2", INTEGER_PRICE);

    assertThat(compared().passes()).isFalse();
    assertThat(compared().order()).isEqualTo(DeploymentOrder.PUBLISHERS_FIRST);
    assertThat(compared()).hasToString("""
        order.v2.submit: BREAKS
          $.price type-narrowed: number -> integer
            can new readers read old events? no
            can old readers read new events? yes
            instead: leave it as it is, and write less
            or, reviewed: {"event": "order.submit", "version": 2, "path": "$.price", "change": "type-narrowed", "reason": "…", "by": "…"}
          subscribers: billing-service on billing_order by order.*.submit (breaks once it is deployed)
          to be deployed publishers first, and subscribers once no old event waits, is retried or is parked
          without hurting anyone: leave order.v2.submit as it is, and declare the change as order.v3.submit with .version(3).upcasting(2, …)

        1 of 1 that changed break. Change them as it says, or enter what a person has reviewed in META-INF/event-manager/contract-exceptions.json.""");
  }

  @Test
  void hasSubscribersDeployedFirstWhereOnlyNewOnesReadAll() {
    before.schema("order/submit.v2", INTEGER_PRICE);

    assertThat(compared().passes()).isFalse();
    assertThat(compared().order()).isEqualTo(DeploymentOrder.SUBSCRIBERS_FIRST);
    assertThat(compared().toString())
        .contains("billing_order by order.*.submit (breaks until it is deployed)");
  }

  @Test
  void knowsNoOrderForAChangedType() {
    after.schema("order/submit.v2", TEXT_ID);

    assertThat(compared().order()).isEqualTo(DeploymentOrder.NONE);
    assertThat(compared().toString()).contains("(breaks before and after it is deployed)");
  }

  @Test
  void knowsNoOrderForAllEventsWhereTwoNeedDifferentOnes() {
    before.schema("order/refuse.v1", INTEGER_PRICE);
    after.schema("order/refuse.v1", Release.ORDER).schema("order/submit.v2", INTEGER_PRICE);

    assertThat(compared().events())
        .extracting(EventReport::order)
        .containsExactly(DeploymentOrder.SUBSCRIBERS_FIRST, DeploymentOrder.PUBLISHERS_FIRST);
    assertThat(compared().order()).isEqualTo(DeploymentOrder.NONE);
  }

  @Test
  void letsANewVersionPassBesideTheOldOne() {
    after.schema("order/submit.v3", TEXT_ID);

    assertThat(compared().passes()).isTrue();
    assertThat(onlyKind()).isEqualTo(ChangeKind.VERSION_ADDED);
    assertThat(compared().order()).isEqualTo(DeploymentOrder.SUBSCRIBERS_FIRST);
    assertThat(compared().toString())
        .contains(
            "order.v3.submit: passes",
            "billing_order by order.*.submit (parks it until it is deployed)");
  }

  @Test
  void letsANewVersionComeInAnyOrderWhereNobodyBindsIt() {
    before.service("billing-service", "billing_order", "order.v2.submit");
    after
        .service("billing-service", "billing_order", "order.v2.submit")
        .schema("order/submit.v3", TEXT_ID);

    assertThat(compared().order()).isEqualTo(DeploymentOrder.ANY);
  }

  @Test
  void findsAVersionThatWent() {
    before.schema("order/submit.v1", TEXT_ID);

    assertThat(compared().passes()).isFalse();
    assertThat(onlyKind()).isEqualTo(ChangeKind.VERSION_REMOVED);
    assertThat(compared().order()).isEqualTo(DeploymentOrder.PUBLISHERS_FIRST);
    assertThat(compared().toString())
        .contains("order.v1.submit: BREAKS", "keep its upcaster")
        .doesNotContain("order.v3.submit");
  }

  @Test
  void findsAnEventThatCameAndOneThatWent() {
    before.schema("order/refuse.v1", TEXT_ID);
    after.schema("order/chargeback.v1", TEXT_ID);

    assertThat(compared().events())
        .extracting(
            event -> event.event() + " " + event.findings().get(0).change().kind())
        .containsExactly("order.v1.chargeback event-added", "order.v1.refuse event-removed");
    assertThat(compared().events()).extracting(EventReport::passes).containsExactly(true, false);
  }

  @Test
  void letsPassWhatAPersonHasReviewed() {
    after.schema("order/submit.v2", INTEGER_PRICE).exceptions("""
        [{"event": "order.submit", "version": 2, "path": "$.price", "change": "type-narrowed",
          "reason": "prices never had decimals", "by": "ada"}]
        """);

    assertThat(compared().passes()).isTrue();
    assertThat(compared().order()).isEqualTo(DeploymentOrder.PUBLISHERS_FIRST);
    assertThat(compared().unusedExceptions()).isEmpty();
    assertThat(compared().toString()).contains("let through by ada: prices never had decimals");
  }

  @Test
  void letsNoOtherChangePassWithIt() {
    after.schema("order/submit.v2", TEXT_ID).exceptions("""
        [{"event": "order.submit", "version": 2, "path": "$.price", "change": "type-narrowed",
          "reason": "prices never had decimals", "by": "ada"}]
        """);

    assertThat(compared().passes()).isFalse();
    assertThat(compared().unusedExceptions()).hasSize(1);
    assertThat(compared().toString())
        .contains(
            "The exception for order.submit version 2 $.price type-narrowed is needed no more");
  }

  private CompatibilityReport compared() {
    return Compatibility.between(before.contracts(), after.contracts());
  }

  private ChangeKind onlyKind() {
    assertThat(compared().events()).singleElement();
    Change change = compared().events().get(0).findings().get(0).change();
    return change.kind();
  }
}
