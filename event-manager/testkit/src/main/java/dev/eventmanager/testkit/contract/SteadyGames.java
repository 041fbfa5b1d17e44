package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Some games that go on until they are ended, so that there are moves for as long as a test needs
 * them. As an outbox does, each publishes a move once the one before is safe, and else that one
 * again.
 */
final class SteadyGames implements AutoCloseable {
  private static final int GAMES = 40;
  private static final int MILLIS_A_MOVE = 100;

  private final ContractBus bus;
  private final ScheduledExecutorService player = Executors.newSingleThreadScheduledExecutor();
  private final List<Game> games;
  private volatile boolean ending = false;

  private SteadyGames(ContractBus bus) {
    this.bus = bus;
    this.games = IntStream.range(0, GAMES)
        .mapToObj(number -> new Game("g" + number, bus))
        .toList();
  }

  static SteadyGames on(ContractBus bus) {
    SteadyGames games = new SteadyGames(bus);
    games.player.scheduleAtFixedRate(games::move, 0, MILLIS_A_MOVE, TimeUnit.MILLISECONDS);
    return games;
  }

  /**
   * Ends them once every move is safe, and waits until each was handled.
   *
   * @return how many moves there were
   * @throws AssertionError if one is missing, or first came before one that it should follow
   */
  int endAllHandledInOrder(ReceivedEvents moves) {
    ending = true;
    await().untilAsserted(() -> assertThat(games).allMatch(Game::isOver));
    Set<Move> all = games.stream().flatMap(Game::all).collect(Collectors.toSet());
    await()
        .untilAsserted(() -> assertThat(missing(all, moves)).as("not handled").isEmpty());
    List<Move> handled = moves.payloads(bus.events.move);
    games.forEach(game -> Games.assertInOrder(handled, game.name(), game.moves()));
    return all.size();
  }

  private Set<Move> missing(Set<Move> all, ReceivedEvents moves) {
    Set<Move> missing = new HashSet<>(all);
    moves.payloads(bus.events.move).forEach(missing::remove);
    return missing;
  }

  /** Ends them as they stand. */
  @Override
  public void close() {
    player.shutdownNow();
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(90));
  }

  private void move() {
    games.forEach(game -> game.goOn(ending));
    if (games.stream().allMatch(Game::isOver)) {
      player.shutdown();
    }
  }

  /** One of them; the player's thread alone changes it. */
  private static final class Game {
    private final String name;
    private final ContractBus bus;
    private volatile CompletableFuture<PublishOutcome> last =
        CompletableFuture.completedFuture(new PublishOutcome.Confirmed());
    private volatile int moves = 0;
    private volatile boolean over = false;

    Game(String name, ContractBus bus) {
      this.name = name;
      this.bus = bus;
    }

    void goOn(boolean ending) {
      if (!over && last.isDone()) {
        boolean safe = last.join().isSafe();
        over = safe && ending;
        if (!over) {
          moves += safe ? 1 : 0;
          last = bus.publisher().publishAsync(bus.events.move, new Move(name, moves - 1));
        }
      }
    }

    String name() {
      return name;
    }

    int moves() {
      return moves;
    }

    Stream<Move> all() {
      return IntStream.range(0, moves).mapToObj(number -> new Move(name, number));
    }

    boolean isOver() {
      return over;
    }

    @Override
    public String toString() {
      String outcome = last.handle((known, thrown) -> Objects.toString(thrown, "" + known))
          .getNow("without an outcome");
      return "%s, whose move %d is %s".formatted(name, moves - 1, outcome);
    }
  }
}
