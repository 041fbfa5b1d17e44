package dev.eventmanager.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.contracts.fixture.RandomPayloads;
import dev.eventmanager.contracts.service.QueueContract;
import dev.eventmanager.contracts.service.ServiceContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payload types at random: the sample made of each is valid, decoded, and encoded to itself. */
class ManyEventsIT {

  private static final int EVENTS = 500;
  private static final long SEED = 4711;

  @TempDir
  private Path folder;

  @Test
  void areWrittenAndPassTheirOwnCheck() throws IOException {
    List<Class<?>> payloads = RandomPayloads.compile(EVENTS, SEED, folder.resolve("compiled"));
    Exchange exchange = Exchange.topic("many");
    List<? extends EventType<?>> events = IntStream.range(0, EVENTS)
        .mapToObj(number -> exchange.event("event-" + number, payloads.get(number)))
        .toList();
    ContractFiles files = ContractFiles.of(EventCatalogue.of(events))
        .in(folder.resolve("resources"))
        .withPages(folder.resolve("pages"), "Many events")
        .withServices(List.of(new ServiceContract(
            "listener",
            List.of(),
            List.of(new QueueContract("listener_many", List.of("many.#"))))));

    Duration atStart = processorTime();
    files.check(true);
    Duration written = processorTime().minus(atStart);
    files.check();
    Duration checked = processorTime().minus(atStart).minus(written);

    System.out.printf(
        "%d event types: written in %d ms, checked in %d ms of processor time%n",
        EVENTS, written.toMillis(), checked.toMillis());
    assertThat(folder.resolve("resources/META-INF/event-manager/contracts/many"))
        .isDirectoryContaining("glob:**/event-499.v1.schema.json");
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
