package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.OnEvent;
import dev.eventmanager.OnSqsEvent;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.routing.BindingKey;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * The methods of a service's beans that are marked {@link OnEvent} or {@link OnSqsEvent}, and what is wrong with them.
 */
public final class OnEventMethods {

  private final String service;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private OnEventMethods(String service) {
    this.service = service;
  }

  /**
   * Finds them in all beans.
   *
   * @param service the first word of default queue names
   */
  public static OnEventMethods in(ConfigurableListableBeanFactory beans, String service) {
    OnEventMethods found = new OnEventMethods(service);
    for (String name : beans.getBeanNamesForType(Object.class, true, false)) {
      if (!ScopedProxyUtils.isScopedTarget(name)) {
        found.search(beans, name);
      }
    }
    return found;
  }

  /** A subscription for each method that can handle events. */
  public List<Subscription> subscriptions() {
    return List.copyOf(subscriptions);
  }

  /** What keeps the other methods from handling events, with the mend. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private void search(ConfigurableListableBeanFactory beans, String name) {
    Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
    if (type == null || type.getName().startsWith("org.springframework.")) {
      return;
    }
    Map<Method, OnEvent> marked = marked(type, OnEvent.class);
    Map<Method, OnSqsEvent> markedForSqs = marked(type, OnSqsEvent.class);
    if (marked.isEmpty() && markedForSqs.isEmpty()) {
      return;
    }
    if (beans.isSingleton(name)) {
      marked.forEach((method, mark) -> subscribe(beans.getBean(name), method, mark));
      markedForSqs.forEach((method, mark) -> subscribe(beans.getBean(name), method, mark));
    } else {
      problems.add(
          "bean \"%s\" has @OnEvent methods and is not a singleton, so there is no one to call; make it one, or move them to a bean that is"
              .formatted(name));
    }
  }

  private static <A extends Annotation> Map<Method, A> marked(Class<?> type, Class<A> mark) {
    return MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<A>)
        method -> AnnotatedElementUtils.findMergedAnnotation(method, mark));
  }

  private void subscribe(Object bean, Method method, OnEvent mark) {
    subscribe(
        bean,
        method,
        OnEvent.class,
        handler -> new Subscription(
            queue(mark, handler),
            BindingKey.of(mark.pattern()),
            handler.payloadType(),
            handler.name(),
            handler));
  }

  private void subscribe(Object bean, Method method, OnSqsEvent mark) {
    subscribe(
        bean,
        method,
        OnSqsEvent.class,
        handler -> new Subscription(
                mark.queue(),
                BindingKey.of(mark.pattern()),
                handler.payloadType(),
                handler.name(),
                handler)
            .inSqs());
  }

  private void subscribe(
      Object bean,
      Method method,
      Class<? extends Annotation> mark,
      Function<HandlerMethod, Subscription> subscription) {
    try {
      Method invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
      subscriptions.add(subscription.apply(new HandlerMethod(bean, invocable, method, mark)));
    } catch (IllegalArgumentException | IllegalStateException problem) {
      problems.add(String.valueOf(problem.getMessage()));
    }
  }

  private String queue(OnEvent mark, HandlerMethod handler) {
    if (!mark.queue().isEmpty()) {
      return mark.queue();
    }
    String exchange = BindingKey.of(mark.pattern()).firstWord();
    if (exchange.isEmpty() || BindingKey.isWildcard(exchange)) {
      throw new IllegalArgumentException(
          "%s: the pattern \"%s\" names no exchange to name the queue after; add queue = \"%s_…\""
              .formatted(handler.name(), mark.pattern(), service));
    }
    return service + "_" + exchange;
  }
}
