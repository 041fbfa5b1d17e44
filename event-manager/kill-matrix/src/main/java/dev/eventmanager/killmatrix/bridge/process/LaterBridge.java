package dev.eventmanager.killmatrix.bridge.process;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The bridge with a clock that is ahead, so that nobody has to wait for SQS to forget what it
 * deduplicates. Ends, at once, with whoever holds the other end of its standard input.
 *
 * <p>Runs on the class path of the bridge, with no other class of this module beside it.
 */
@Configuration(proxyBeanMethods = false)
public class LaterBridge {

  private static final String BRIDGE = "dev.eventmanager.bridge.BridgeApplication";

  /** Takes the place of the bridge's own. */
  @Bean
  @Primary
  Clock laterClock(@Value("${ahead}") Duration ahead) {
    return Clock.offset(Clock.systemUTC(), ahead);
  }

  public static void main(String[] arguments) throws ClassNotFoundException {
    Thread tether = new Thread(LaterBridge::endWithParent, "tether");
    tether.setDaemon(true);
    tether.start();
    new SpringApplicationBuilder(Class.forName(BRIDGE), LaterBridge.class).run(arguments);
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent.
      }
    } catch (IOException gone) {
      // So is the parent.
    }
    Runtime.getRuntime().halt(0);
  }
}
