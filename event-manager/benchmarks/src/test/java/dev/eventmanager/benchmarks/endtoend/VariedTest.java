package dev.eventmanager.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.benchmarks.run.Course;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariedTest {

  private static final Course USUAL = new Course(0, 1, 1_000, 1, 1, 5, 10);

  @ParameterizedTest
  @EnumSource
  void beginsWithTheBaseOfAllItsVariants(Varied varied) {
    Course base = varied.variants(USUAL).get(0).course();

    assertThat(varied.variants(USUAL)).extracting(Variant::base).containsOnly(base);
    assertThat(varied.variants(USUAL)).extracting(Variant::course).doesNotHaveDuplicates();
  }
}
