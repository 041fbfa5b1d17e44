package dev.eventmanager.autoconfigure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.handling.HandlingInterceptor;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Observations are made for whoever has a use for them; without one, timers are enough. */
class ObservingTest {

  private final ApplicationContextRunner bare = new ApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class));
  private final ApplicationContextRunner service = bare.withConfiguration(AutoConfigurations.of(
      MetricsAutoConfiguration.class,
      CompositeMeterRegistryAutoConfiguration.class,
      SimpleMetricsExportAutoConfiguration.class,
      org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration
          .class));

  @Test
  void timesWhereNothingElseIsMadeOfAnObservation() {
    service.run(context -> {
      assertThat(metersOfAnEvent(context)).containsExactly("event.handle", "event.publish");
      assertThat(isObserved(context)).isFalse();
    });
  }

  @Test
  void showsAHandlerOfTheServiceEveryObservation() {
    service.withBean(Witness.class).run(context -> {
      assertThat(metersOfAnEvent(context))
          .containsExactly(
              "event.handle", "event.handle.active", "event.publish", "event.publish.active");
      assertThat(context.getBean(Witness.class).seen)
          .containsExactly("event.publish", "event.handle");
    });
  }

  @Test
  void handlesWithinASpanWhereThereIsATracer() {
    try (SdkTracerProvider spans = SdkTracerProvider.builder().build()) {
      Tracer tracer = new OtelTracer(spans.get("test"), new OtelCurrentTraceContext(), event -> {});
      service
          .withBean(
              DefaultTracingObservationHandler.class,
              () -> new DefaultTracingObservationHandler(tracer))
          .run(
              context -> assertThat(whileHandling(context, tracer::currentSpan)).isNotNull());
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OwnPredicate.class,
        OwnFilter.class,
        OwnConvention.class,
        OwnCustomizer.class,
        OwnRegistry.class,
        OwnMeters.class
      })
  void observesWhereTheServiceHasASayInObservations(Class<?> say) {
    service
        .withUserConfiguration(say)
        .run(context -> assertThat(isObserved(context)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "management.observations.key-values.zone=north",
        "management.observations.enable.other=false"
      })
  void observesWhereSettingsHaveASayInObservations(String setting) {
    service
        .withPropertyValues(setting)
        .run(context -> assertThat(isObserved(context)).isTrue());
  }

  @Test
  void passesEventsThroughWhereThereAreNoObservations() {
    bare.run(context -> {
      assertThat(send(context)).isEqualTo(new PublishOutcome.Confirmed());
      assertThat(whileHandling(context, () -> "handled")).isEqualTo("handled");
    });
    bare.withBean(SimpleMeterRegistry.class)
        .run(context -> assertThat(metersOfAnEvent(context)).isEmpty());
  }

  private static List<String> metersOfAnEvent(ApplicationContext context) throws Exception {
    send(context);
    whileHandling(context, () -> "handled");
    return context.getBean(MeterRegistry.class).getMeters().stream()
        .map(Meter::getId)
        .map(Meter.Id::getName)
        .sorted()
        .toList();
  }

  private static boolean isObserved(ApplicationContext context) throws Exception {
    ObservationRegistry observations = context.getBean(ObservationRegistry.class);
    return whileHandling(context, observations::getCurrentObservation) != null;
  }

  private static PublishOutcome send(ApplicationContext context) {
    return context
        .getBean(Observing.class)
        .publishing(event -> CompletableFuture.completedFuture(new PublishOutcome.Confirmed()))
        .send(Departure.published())
        .join();
  }

  private static <T> @Nullable T whileHandling(
      ApplicationContext context, Supplier<@Nullable T> look) throws Exception {
    AtomicReference<@Nullable T> seen = new AtomicReference<>();
    context
        .getBean("handlingObserver", HandlingInterceptor.class)
        .intercept(Departure.handled(), () -> seen.set(look.get()));
    return seen.get();
  }

  static final class Witness implements ObservationHandler<Observation.Context> {

    private final List<String> seen = new ArrayList<>();

    @Override
    public void onStop(Observation.Context context) {
      seen.add(context.getName());
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }

  static final class OwnPredicate {
    @Bean
    ObservationPredicate predicate() {
      return (name, context) -> true;
    }
  }

  static final class OwnFilter {
    @Bean
    ObservationFilter filter() {
      return context -> context;
    }
  }

  static final class OwnConvention {
    @Bean
    GlobalObservationConvention<Observation.Context> convention() {
      return context -> false;
    }
  }

  static final class OwnCustomizer {
    @Bean
    ObservationRegistryCustomizer<ObservationRegistry> customizer() {
      return registry -> {};
    }
  }

  static final class OwnRegistry {
    @Bean
    ObservationRegistry observationRegistry() {
      return ObservationRegistry.create();
    }
  }

  static final class OwnMeters {
    @Bean
    DefaultMeterObservationHandler meters() {
      return new DefaultMeterObservationHandler(new SimpleMeterRegistry());
    }
  }
}
