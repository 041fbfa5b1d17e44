package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.benchmarks.run.Contestant.Place;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts contestants that are Spring Boot applications. */
final class Services {

  private Services() {}

  /**
   * Starts one that finds its place among its beans.
   *
   * @param further beans, each of a name of its own
   */
  static ConfigurableApplicationContext start(
      Class<?> service, Place place, List<?> further, String... arguments) {
    return new SpringApplicationBuilder(service)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .initializers(context -> register(context.getBeanFactory(), place, further))
        .run(Stream.concat(
                Stream.of("--spring.rabbitmq.addresses=" + place.broker().uri()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static void register(
      ConfigurableListableBeanFactory beans, Place place, List<?> further) {
    beans.registerSingleton("place", place);
    for (int number = 0; number < further.size(); number++) {
      beans.registerSingleton("further" + number, further.get(number));
    }
  }
}
