package dev.eventmanager.local;

import dev.eventmanager.local.backing.Broker;
import dev.eventmanager.local.backing.Sqs;
import dev.eventmanager.local.backing.UnavailableException;
import dev.eventmanager.local.process.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shop's services and the bridge, with the settings that each is given. */
public final class ShopServices {

    /** The SQS queue that the bridge mirrors every event to. */
    public static final String MIRROR_QUEUE = "shop-events.fifo";

    private final ShopSettings settings;

    ShopServices(ShopSettings settings) {
        this.settings = settings;
    }

    public URI order() {
        return URI.create("http://localhost:" + settings.ports().order());
    }

    public URI billing() {
        return URI.create("http://localhost:" + settings.ports().billing());
    }

    public URI logistic() {
        return URI.create("http://localhost:" + settings.ports().logistic());
    }

    public URI bridge() {
        return URI.create("http://localhost:" + settings.ports().bridge());
    }

    /** In the order in which they are stopped: the bridge last, so that it mirrors what the others still publish. */
    List<ServiceSpec> specs() {
        return List.of(
                service("order-service", settings.ports().order()),
                service("billing-service", settings.ports().billing()),
                service("logistic-service", settings.ports().logistic()),
                bridgeService());
    }

    private ServiceSpec service(String name, int port) {
        Map<String, String> environment = common(port);
        environment.putAll(settings.databases().prepare(name));
        return new ServiceSpec(name, jar(settings.home().resolve(name), name), port, environment);
    }

    private ServiceSpec bridgeService() {
        Map<String, String> environment = common(settings.ports().bridge());
        environment.putAll(Sqs.environment(sqsEndpoint(), settings.sqs().isEmpty()));
        return new ServiceSpec(
                "sqs-bridge",
                jar(settings.home().resolve("event-manager/sqs-bridge"), "event-manager-sqs-bridge"),
                settings.ports().bridge(),
                environment);
    }

    private URI sqsEndpoint() {
        return settings.sqs().orElseGet(() -> Sqs.embeddedEndpoint(settings.ports().sqs()));
    }

    private Map<String, String> common(int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put(
                "SPRING_RABBITMQ_ADDRESSES",
                settings.rabbitmq()
                        .orElseGet(() -> Broker.embeddedUri(settings.ports().broker()))
                        .toString());
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash");
        return environment;
    }

    private static Path jar(Path module, String name) {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9][^-]*(-SNAPSHOT)?(-exec)?\\.jar"))
                    .max(Comparator.comparing(file -> file.getFileName().toString().contains("-exec")))
                    .orElseThrow(() -> new UnavailableException(
                            "No %s jar in %s/target. Build it with ./mvnw package.".formatted(name, module)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for the jar of " + name, e);
        }
    }
}
