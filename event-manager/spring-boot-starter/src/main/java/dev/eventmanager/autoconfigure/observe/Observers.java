package dev.eventmanager.autoconfigure.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;

/**
 * Who has a say in a service's observations. Goes by the definitions of its beans, so that none of
 * them needs to stand yet.
 */
final class Observers {

  /** What Spring Boot makes of a registry's beans when it configures the registry. */
  private static final List<Class<?>> KINDS = List.of(
      ObservationRegistry.class,
      ObservationHandler.class,
      ObservationHandlerGroup.class,
      ObservationPredicate.class,
      ObservationFilter.class,
      GlobalObservationConvention.class,
      ObservationRegistryCustomizer.class);

  /** They declare the registry, the meters' handler, and a filter that follows the properties. */
  private static final Set<String> TIMING = Set.of(
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration");

  private final ConfigurableListableBeanFactory beans;

  Observers(ConfigurableListableBeanFactory beans) {
    this.beans = beans;
  }

  /** Whether all that can come of an observation is a timer. */
  boolean onlyTime() {
    return exists(MeterRegistry.class)
        && exists(ObservationRegistry.class)
        && exists(DefaultMeterObservationHandler.class)
        && KINDS.stream().flatMap(kind -> Arrays.stream(names(kind))).allMatch(this::isTiming)
        && beans.getBeanProvider(ObservationProperties.class).stream().allMatch(Observers::isUnset);
  }

  private boolean exists(Class<?> kind) {
    return names(kind).length > 0;
  }

  private String[] names(Class<?> kind) {
    return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, kind, true, false);
  }

  private boolean isTiming(String name) {
    if (!beans.containsBeanDefinition(name)) {
      return false;
    }
    String declaredBy = beans.getBeanDefinition(name).getFactoryBeanName();
    return declaredBy != null && TIMING.contains(declaredBy);
  }

  private static boolean isUnset(ObservationProperties properties) {
    return properties.getKeyValues().isEmpty() && properties.getEnable().isEmpty();
  }
}
