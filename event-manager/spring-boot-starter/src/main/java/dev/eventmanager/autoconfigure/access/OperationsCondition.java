package dev.eventmanager.autoconfigure.access;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Met where a {@link GuardedPort} lacks nothing. */
final class OperationsCondition extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    List<String> missing = GuardedPort.missing(context.getEnvironment(), context.getClassLoader());
    ConditionMessage.Builder message = ConditionMessage.forCondition("Operations endpoint");
    return missing.isEmpty()
        ? ConditionOutcome.match(message.because("its port can be guarded"))
        : ConditionOutcome.noMatch(message.because("it needs " + String.join(", ", missing)));
  }
}
