package dev.eventmanager.benchmarks.micro;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long single steps take and what they allocate; prints what JMH does, then a table. */
@Command(name = "micro", description = "Single steps by JMH: nanoseconds and bytes allocated.")
public final class MicroBenchmarks implements Callable<Integer> {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @Option(
      names = "--only",
      defaultValue = "",
      description = "Those alone whose names this regular expression is found in.")
  private String only = "";

  @Option(names = "--forks", defaultValue = "2", description = "Default ${DEFAULT-VALUE}.")
  private int forks;

  @Option(names = "--warm-up", defaultValue = "5", description = "Runs; ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(names = "--runs", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int runs;

  @Option(names = "--millis", defaultValue = "1000", description = "A run; ${DEFAULT-VALUE}.")
  private int millis;

  @Override
  public Integer call() throws RunnerException {
    Collection<RunResult> results = new Runner(new OptionsBuilder()
            .include(getClass().getPackageName() + ".*" + only)
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .forks(forks)
            .warmupIterations(warmUp)
            .warmupTime(TimeValue.milliseconds(millis))
            .measurementIterations(runs)
            .measurementTime(TimeValue.milliseconds(millis))
            .build())
        .run();
    print("| step | ns | ± (99.9 %%) | bytes allocated |");
    print("|---|---|---|---|");
    results.stream().sorted(Comparator.comparing(MicroBenchmarks::name)).forEach(each -> {
      Result<?> time = each.getPrimaryResult();
      Result<?> allocated =
          Objects.requireNonNull(each.getSecondaryResults().get(ALLOCATED), ALLOCATED);
      print(
          "| %s | %.0f | %.0f | %.0f |",
          name(each), time.getScore(), time.getScoreError(), allocated.getScore());
    });
    return 0;
  }

  private static String name(RunResult result) {
    BenchmarkParams params = result.getParams();
    List<String> words = List.of(params.getBenchmark().split("\\.", -1));
    String step = String.join(".", words.subList(words.size() - 2, words.size()));
    return params.getParamsKeys().stream()
        .map(key -> " " + key + "=" + params.getParam(key))
        .collect(Collectors.joining("", step, ""));
  }

  private static void print(String format, Object... values) {
    System.out.println(format.formatted(values));
  }
}
