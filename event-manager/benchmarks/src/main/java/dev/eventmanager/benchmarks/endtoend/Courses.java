package dev.eventmanager.benchmarks.endtoend;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which courses are run. */
final class Courses {

  @Option(
      names = "--rates",
      split = ",",
      defaultValue = "0,200,1000,5000",
      description = "Events a second, 0 for as many as find room; default ${DEFAULT-VALUE}.")
  private int[] rates = {};

  @Option(
      names = "--threads",
      split = ",",
      defaultValue = "1",
      description = "That publish. Here and below all run with the first number, and the library,"
          + " as fast as possible, with each further one too; default ${DEFAULT-VALUE}.")
  private int[] threads = {1};

  @Option(
      names = "--keys",
      split = ",",
      defaultValue = "1000",
      description = "Ordering keys; default ${DEFAULT-VALUE}.")
  private int[] keys = {1};

  @Option(
      names = "--patterns",
      split = ",",
      defaultValue = "1",
      description = "Of the queue; default ${DEFAULT-VALUE}.")
  private int[] patterns = {1};

  @Option(
      names = "--types",
      split = ",",
      defaultValue = "1",
      description = "Declared events; default ${DEFAULT-VALUE}.")
  private int[] types = {1};

  @Mixin
  private Times times = new Times();

  /** Those that everybody runs. */
  List<Course> common() {
    return IntStream.of(rates).mapToObj(this::course).toList();
  }

  /** Those that the library alone runs. */
  List<Course> variations() {
    Course base = course(0);
    return Stream.of(
            further(threads).mapToObj(each -> base.with(each, base.keys())),
            further(keys).mapToObj(each -> base.with(base.threads(), each)),
            further(patterns).mapToObj(each -> base.declaring(each, Math.max(each, base.types()))),
            further(types).mapToObj(each -> base.declaring(base.patterns(), each)))
        .flatMap(each -> each)
        .toList();
  }

  private Course course(int rate) {
    return new Course(
        rate,
        rate == 0 ? threads[0] : 1,
        keys[0],
        patterns[0],
        types[0],
        times.warmUp(),
        times.seconds());
  }

  private static IntStream further(int[] values) {
    return IntStream.of(values).skip(1);
  }
}
