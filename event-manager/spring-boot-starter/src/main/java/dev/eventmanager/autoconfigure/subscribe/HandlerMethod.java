package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.Event;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.handling.EventHandler;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Calls a method with what its parameters ask for: payload, metadata or the whole event. */
final class HandlerMethod implements EventHandler {

  private final Object bean;
  private final Method method;
  private final Method declared;
  private final Class<? extends Annotation> mark;
  private final List<Function<Event<?>, Object>> arguments;

  /**
   * A handler.
   *
   * @param method what to call on the bean, which may be a proxy
   * @param declared the method as its author wrote it, generics and all
   * @param mark the annotation it is marked with
   * @throws IllegalArgumentException if there is nothing of an event that a parameter could take
   */
  HandlerMethod(Object bean, Method method, Method declared, Class<? extends Annotation> mark) {
    this.bean = bean;
    this.mark = mark;
    this.method = method;
    this.declared = declared;
    this.arguments =
        Arrays.stream(declared.getParameters()).map(HandlerMethod::argument).toList();
    if (payloadTypes().size() > 1) {
      throw new IllegalArgumentException("%s takes %d payloads; an event has one"
          .formatted(name(), payloadTypes().size()));
    }
    ReflectionUtils.makeAccessible(method);
  }

  /** {@code BillingHandlers.billed}, as a person would call it. */
  String name() {
    return "@%s method %s.%s"
        .formatted(
            mark.getSimpleName(),
            ClassUtils.getShortName(declared.getDeclaringClass()),
            declared.getName());
  }

  /** The payload it takes; {@code Object} if it takes whatever comes. */
  Class<?> payloadType() {
    List<Class<?>> types = payloadTypes();
    return types.isEmpty() ? Object.class : types.get(0);
  }

  @Override
  public void handle(Event<?> event) throws Exception {
    Object[] values = new Object[arguments.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = arguments.get(index).apply(event);
    }
    try {
      method.invoke(bean, values);
    } catch (InvocationTargetException failure) {
      ReflectionUtils.rethrowException(failure.getTargetException());
    }
  }

  private List<Class<?>> payloadTypes() {
    return IntStream.range(0, declared.getParameterCount())
        .mapToObj(index ->
            ResolvableType.forMethodParameter(declared, index, AopUtils.getTargetClass(bean)))
        .filter(type -> type.toClass() != EventMetadata.class)
        .<Class<?>>map(
            type -> type.toClass() == Event.class ? type.getGeneric(0).toClass() : type.toClass())
        .toList();
  }

  private static Function<Event<?>, Object> argument(Parameter parameter) {
    if (parameter.getType() == EventMetadata.class) {
      return Event::metadata;
    }
    if (parameter.getType() == Event.class) {
      return event -> event;
    }
    return Event::payload;
  }
}
