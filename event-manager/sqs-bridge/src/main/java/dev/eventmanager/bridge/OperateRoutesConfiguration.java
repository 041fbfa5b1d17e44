package dev.eventmanager.bridge;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.eventmanager.bridge.AuditStreams.Audited;
import dev.eventmanager.bridge.RouteSettings.Routes;
import dev.eventmanager.bridge.audit.AuditStream;
import dev.eventmanager.bridge.operate.VerifiableRoutes;
import dev.eventmanager.bridge.reverse.LoopGuard;
import dev.eventmanager.bridge.route.Route;
import dev.eventmanager.bridge.settings.BridgeProperties;
import dev.eventmanager.bridge.verify.Verifications;
import dev.eventmanager.bridge.verify.VerifiedRoute;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.message.EventMessageReader;
import java.time.Clock;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What operators need beside the routes themselves. */
@Configuration(proxyBeanMethods = false)
class OperateRoutesConfiguration {

  @Bean
  AuditStreams auditStreams(
      Routes routes,
      BridgeProperties properties,
      BrokerConnections connections,
      EventCodec codec,
      EventIds ids,
      Clock clock) {
    // What came without an id has to be told from the rest, and is counted where it is mirrored.
    var reader = new EventMessageReader(codec, () -> "", clock, part -> {});
    var audited = new ArrayList<Audited>();
    for (int i = 0; i < routes.all().size(); i++) {
      var route = routes.all().get(i);
      var kept = properties.routes().get(i).audit();
      if (kept != null) {
        audited.add(
            new Audited(route, new AuditStream(route.queue(), connections, reader, ids), kept));
      }
    }
    return new AuditStreams(audited);
  }

  @Bean
  VerifiableRoutes verifiableRoutes(AuditStreams streams) {
    return new VerifiableRoutes(streams.all().stream()
        .map(each -> verified(each.route(), each.stream()))
        .collect(toMap(VerifiedRoute::target, identity())));
  }

  private static VerifiedRoute verified(Route route, AuditStream stream) {
    return new VerifiedRoute(
        route.queue(),
        route.target(),
        stream,
        event -> !LoopGuard.hasBeenAt(route.target(), event));
  }

  @Bean
  Verifications verifications(DataSource dataSource, SqsAsyncClient sqs, Clock clock) {
    return new Verifications(dataSource, sqs, clock);
  }
}
