package dev.eventmanager.autoconfigure.failure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Finds the classes that settings name, and collects what is wrong with the names. */
final class FailureNames {

  private final @Nullable ClassLoader classes;
  private final List<String> problems;

  FailureNames(@Nullable ClassLoader classes, List<String> problems) {
    this.classes = classes;
    this.problems = problems;
  }

  List<Class<?>> resolve(String setting, List<String> names) {
    List<Class<?>> found = new ArrayList<>();
    for (String name : names) {
      try {
        Class<?> named = ClassUtils.forName(name, classes);
        if (Throwable.class.isAssignableFrom(named)) {
          found.add(named);
        } else {
          problems.add("%s names %s, which is no exception; name a class of exceptions or errors"
              .formatted(setting, name));
        }
      } catch (ClassNotFoundException | LinkageError unknown) {
        problems.add(
            "%s names %s, which is no class that this service has; give the full name, such as java.net.ConnectException, a nested one with a $"
                .formatted(setting, name));
      }
    }
    return found;
  }
}
