package dev.eventmanager.autoconfigure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The trace of a publisher goes on in the handler, over the two headers of W3C's trace context. */
class TraceTest {

  private static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
      .setTracerProvider(SdkTracerProvider.builder().build())
      .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
      .build();
  private final io.opentelemetry.api.trace.Tracer spans = telemetry.getTracer("test");
  private final Tracer tracer = new OtelTracer(spans, new OtelCurrentTraceContext(), event -> {});
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ObservationRegistry observations = observations();
  private final List<EncodedEvent> sent = new ArrayList<>();

  private final ObservedTransport transport = new ObservedTransport(
      event -> {
        sent.add(event);
        return CompletableFuture.completedFuture(new PublishOutcome.Confirmed());
      },
      observations);

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void sendsTheTraceAlongWithTheEvent() {
    transport.send(Departure.published()).join();

    assertThat(sent.get(0).metadata().traceparent())
        .get()
        .asString()
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }

  @Test
  void handlesWithinTheTraceThatCameWithTheEvent() throws Exception {
    List<String> traces = new ArrayList<>();
    new HandlingObserver(observations)
        .intercept(
            Departure.handled(Departure.metadata().traceparent(TRACEPARENT).build()),
            () -> traces.add(tracer.currentSpan().context().traceId()));

    assertThat(traces).containsExactly("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void timesPublishingByOutcomeAndHandlingByQueue() throws Exception {
    transport.send(Departure.published()).join();
    new HandlingObserver(observations).intercept(Departure.handled(), () -> {});

    assertThat(meters
            .get("event.publish")
            .tags("exchange", "visit", "event", "visit.v1.leave", "outcome", "confirmed")
            .timer()
            .count())
        .isEqualTo(1);
    assertThat(meters
            .get("event.handle")
            .tags("queue", "hotel_visit", "event", "visit.v1.leave", "error", "none")
            .timer()
            .count())
        .isEqualTo(1);
  }

  private ObservationRegistry observations() {
    ObservationRegistry registry = ObservationRegistry.create();
    Propagator propagator = new OtelPropagator(telemetry.getPropagators(), spans);
    registry
        .observationConfig()
        .observationHandler(new FirstMatchingCompositeObservationHandler(
            new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
            new PropagatingReceiverTracingObservationHandler<>(tracer, propagator),
            new DefaultTracingObservationHandler(tracer)))
        .observationHandler(new DefaultMeterObservationHandler(meters));
    return registry;
  }
}
