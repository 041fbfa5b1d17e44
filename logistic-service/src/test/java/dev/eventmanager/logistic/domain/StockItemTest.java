package dev.eventmanager.logistic.domain;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockItemTest {

  @ParameterizedTest
  @CsvSource({"-1,0", "5,6", "5,-1"})
  void isNeverBelowZeroNorPromisedTwice(long onHand, long reserved) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StockItem("tea", onHand, reserved))
        .withMessage("stock of tea: %d reserved of %d on hand", reserved, onHand);
  }

  @Test
  void countsOnlyWholePieces() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Goods.of(Map.of("tea", 0L)))
        .withMessage("quantity of tea must be positive, was 0");
  }
}
