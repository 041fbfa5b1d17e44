package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PublishOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Games of many moves, published interleaved, and the order they are expected in. */
final class Games {
  private Games() {}

  /** Publishes the moves of the games {@code g0}, {@code g1}, … and waits for the confirms. */
  static void publish(ContractBus bus, int games, int movesEach) {
    List<CompletableFuture<PublishOutcome>> outcomes = new ArrayList<>();
    for (int number = 0; number < movesEach; number++) {
      for (int game = 0; game < games; game++) {
        Move move = new Move("g" + game, number);
        outcomes.add(bus.publisher().publishAsync(bus.events.move, move));
      }
    }
    assertAllSafe(outcomes);
  }

  /** Publishes the moves of one game and waits for the confirms. */
  static void publish(ContractBus bus, String game, int moves) {
    assertAllSafe(IntStream.range(0, moves)
        .mapToObj(number -> bus.publisher().publishAsync(bus.events.move, new Move(game, number)))
        .toList());
  }

  static void assertAllSafe(List<CompletableFuture<PublishOutcome>> outcomes) {
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.join()).matches(PublishOutcome::isSafe));
  }

  static void assertAllInOrder(List<Move> moves, int games, int movesEach) {
    IntStream.range(0, games).forEach(game -> assertInOrder(moves, "g" + game, movesEach));
  }

  /**
   * Every move is there, and first came after all moves before it. One that came again does no harm.
   */
  static void assertInOrder(List<Move> moves, String game, int count) {
    assertThat(moves.stream()
            .filter(move -> move.game().equals(game))
            .map(Move::number)
            .distinct()
            .toList())
        .as("the moves of game %s", game)
        .isEqualTo(IntStream.range(0, count).boxed().toList());
  }

  /** No move first came after a later one, whether or not all are there. */
  static void assertAscending(List<Move> moves, String game) {
    assertThat(moves.stream()
            .filter(move -> move.game().equals(game))
            .map(Move::number)
            .distinct()
            .toList())
        .as("the moves of game %s", game)
        .isSorted();
  }
}
