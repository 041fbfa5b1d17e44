package dev.eventmanager.killmatrix.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs a publisher or a consumer. The first argument says which; further ones are Spring's.
 *
 * <p>Standard input carries its orders, a line each: a {@link Step} and how often to pass it before
 * dying there, or {@code LIVE} to cancel that. Its end asks for a stop in order; so no worker
 * outlives the matrix.
 */
public final class Worker {

  /** Cancels an order to die. */
  public static final String LIVE = "LIVE";

  /** The line that a worker prints once it has come up. */
  public static final String READY = "READY";

  private Worker() {}

  public static void main(String[] arguments) throws IOException {
    Class<?> application = switch (arguments[0]) {
      case "publisher" -> PublisherApplication.class;
      case "consumer" -> ConsumerApplication.class;
      default -> throw new IllegalArgumentException(arguments[0]);
    };
    ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=worker")
        .run(Arrays.copyOfRange(arguments, 1, arguments.length));
    System.out.println(READY);
    obey(context.getBean(Death.class));
    context.close();
    System.exit(0);
  }

  private static void obey(Death death) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      if (line.equals(LIVE)) {
        death.cancel();
      } else {
        String[] order = line.split(" ");
        death.order(Step.valueOf(order[0]), Integer.parseInt(order[1]));
      }
    }
  }
}
