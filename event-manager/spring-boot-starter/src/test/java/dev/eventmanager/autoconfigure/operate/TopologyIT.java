package dev.eventmanager.autoconfigure.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.eventmanager.OnEvent;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Arrived;
import dev.eventmanager.autoconfigure.fixture.Visits.Left;
import dev.eventmanager.autoconfigure.operate.Operator.Answer;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.autoconfigure.topology.Management;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What an operator sees of the topology on a real broker, and does with it. */
@WithBroker(BrokerKind.RABBITMQ)
class TopologyIT {

  private static final String STALE = "visit --visit.#--> gate_visit";
  private static final String TO_PARTITIONS = "visit --#--> gate_arrivals.partitions";

  private Connection connection;
  private Channel channel;

  @BeforeEach
  void connect(VirtualHost host) throws Exception {
    connection = host.connectionFactory().newConnection();
    channel = connection.createChannel();
  }

  @AfterEach
  void leaveNoTrace() throws Exception {
    channel.queueDelete("gate_visit");
    connection.close();
  }

  @Test
  void findsNoDriftInWhatItDeclaresPartitionsAndParkedQueuesIncluded(VirtualHost host) {
    try (ConfigurableApplicationContext service = start(Management.settings(host))) {
      Answer plan = operator(service).get("");

      assertThat(plan.status()).isEqualTo(200);
      assertThat(plan.body().path("source").asString()).startsWith("live on http://");
      assertThat(plan.body().path("missing")).isEmpty();
      assertThat(plan.body().path("different")).isEmpty();
      assertThat(plan.body().path("extra")).isEmpty();
      assertThat(plan.body().path("unknown")).isEmpty();
    }
  }

  @Test
  void addsWhatIsMissingAndRemovesAStaleBindingOnlyWhenItIsNamed(VirtualHost host)
      throws Exception {
    try (ConfigurableApplicationContext service = start(Management.settings(host))) {
      Operator operator = operator(service);
      channel.queueBind("gate_visit", "visit", "visit.#");
      channel.exchangeBind("gate_arrivals.partitions", "visit", "#");
      channel.queueUnbind("gate_visit", "visit", "visit.*.leave");

      Answer plan = operator.get("");
      assertThat(plan.body().path("missing").toString())
          .isEqualTo("[\"binding visit --visit.*.leave--> gate_visit\"]");
      assertThat(plan.body().path("extra").toString())
          .contains(
              "{\"binding\":\"%s\",\"queue\":\"gate_visit\",\"stops\":[\"visit.v1.arrive\"]}"
                  .formatted(STALE),
              "{\"binding\":\"%s\",\"queue\":\"gate_arrivals\",\"stops\":[\"visit.v1.leave\"]}"
                  .formatted(TO_PARTITIONS));

      Answer added = operator.post("/apply", "{}");
      assertThat(added.status()).isEqualTo(200);
      assertThat(added.body().path("added").toString()).contains("visit --visit.*.leave-->");
      assertThat(added.body().path("removed")).isEmpty();
      assertThat(added.body().path("left").path("extra")).hasSize(2);

      Answer removed =
          operator.post("/apply", "{\"remove\":[\"%s\",\"%s\"]}".formatted(STALE, TO_PARTITIONS));
      assertThat(removed.body().path("removed")).hasSize(2);
      assertThat(removed.body().path("left").path("extra")).isEmpty();
      assertThat(removed.body().path("left").path("missing")).isEmpty();

      Answer again = operator.post("/apply", "{\"remove\":[\"%s\"]}".formatted(STALE));
      assertThat(again.status()).isEqualTo(404);
      assertThat(again.detail()).contains(STALE, "the plan names none as extra");
    }
  }

  @Test
  void explainsWhatStandsAndWhatIsDeclared(VirtualHost host) throws Exception {
    try (ConfigurableApplicationContext service = start(Management.settings(host))) {
      channel.queueBind("gate_visit", "visit", "visit.v2.#");
      Operator operator = operator(service);

      assertThat(operator.text("/explain/key/visit.v1.leave"))
          .startsWith("visit.v1.leave on exchange visit, live on http://")
          .contains("""
              reaches
                gate_visit
                  visit.*.leave  matches
                  visit.v2.#     word 2 is "v1", the pattern wants "v2"
              does not reach
                gate_arrivals
                  visit.*.arrive  word 3 is "leave", the pattern wants "arrive\"""");
      assertThat(operator.text("/explain/event/visit.arrive?source=DECLARED")).isEqualTo("""
          event visit.arrive, declared by gate
          visit.v1.arrive
            gate_arrivals  by visit.*.arrive""");
      assertThat(
              operator.get("/explain/queue/gate_visit").body().path("bindings").toString())
          .contains(
              "{\"exchange\":\"visit\",\"pattern\":\"visit.*.leave\",\"events\":[\"visit.v1.leave\"]}");
      Answer unknown = operator.get("/explain/queue/gate_vist");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.detail()).contains("[gate_arrivals, gate_visit]");
    }
  }

  @Test
  void saysWithoutTheManagementPluginWhatIsKnownAndWhatIsNot() throws Exception {
    try (ConfigurableApplicationContext service =
        start("event-manager.topology.management-url=http://127.0.0.1:1")) {
      Operator operator = operator(service);
      channel.queueDelete("gate_visit.parked");

      Answer plan = operator.get("");
      assertThat(plan.body().path("missing").toString()).isEqualTo("[\"queue gate_visit.parked\"]");
      assertThat(plan.body().path("unknown").toString())
          .contains("which bindings stand", "http://127.0.0.1:1", "cannot be reached");
      assertThat(operator.get("/explain/queue/gate_visit").detail())
          .contains("cannot be reached", "source=DECLARED");
      assertThat(
              operator.post("/apply", "{\"remove\":[\"%s\"]}".formatted(STALE)).status())
          .isEqualTo(503);
      assertThat(operator.post("/apply", "{}").body().path("added").toString())
          .contains("gate_visit.parked");
    }
  }

  @Test
  void letsAViewerSeeAndNotApply(VirtualHost host) {
    try (ConfigurableApplicationContext service =
        start(Management.settings(host), "event-manager.operations.users[0].roles=EVENT_VIEWER")) {
      Operator viewer = operator(service);

      assertThat(viewer.get("").status()).isEqualTo(200);
      assertThat(viewer.post("/apply", "{}").status()).isEqualTo(403);
      assertThat(viewer.as("nobody:x").get("").status()).isEqualTo(401);
    }
  }

  @Test
  void refusesToStartOverAStaleBindingIfSoSet(VirtualHost host) throws Exception {
    start(Management.settings(host)).close();
    channel.queueBind("gate_visit", "visit", "visit.#");

    assertThatThrownBy(() -> start(Management.settings(host), "event-manager.topology.drift=refuse")
            .close())
        .hasRootCauseInstanceOf(StartUpException.class)
        .rootCause()
        .hasMessageContaining(STALE)
        .hasMessageContaining("these no longer come to gate_visit: visit.v1.arrive")
        .hasMessageContaining("events topology apply --remove");
  }

  private static Operator operator(ConfigurableApplicationContext service) {
    return new Operator(
        Integer.parseInt(service.getEnvironment().getRequiredProperty("local.management.port")),
        "topology");
  }

  private static ConfigurableApplicationContext start(String[] settings, String... more) {
    return new SpringApplicationBuilder(Application.class)
        .properties(Operator.SETTINGS)
        .properties(
            "spring.application.name=gate", "event-manager.queues.gate_arrivals.partitions=2")
        .properties(settings)
        .properties(more)
        .run();
  }

  private static ConfigurableApplicationContext start(String setting) {
    return start(new String[] {setting});
  }

  @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
  static class Application {

    @Bean
    Visits visits() {
      return new Visits();
    }

    @Bean
    Gate gate() {
      return new Gate();
    }
  }

  static class Gate {

    @OnEvent(pattern = "visit.*.leave")
    void left(Left guest) {}

    @OnEvent(queue = "gate_arrivals", pattern = "visit.*.arrive")
    void arrived(Arrived guest) {}
  }
}
