package dev.eventmanager.contracts.compatibility.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.eventmanager.contracts.json.BrokenContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Never is a change called compatible under which an event is refused that was valid before: held
 * against the validator, for schemas that nobody thought of.
 */
class RandomSchemasTest {

  private static final int PAIRS = Integer.getInteger("event-manager.pairs", 2000);
  private static final int VALUES = 30;

  private final long seed = Long.getLong("event-manager.seed", new Random().nextInt(1_000_000_000));

  private int pairsCalledCompatible;
  private int valuesReadAgain;
  private int pairsCalledIncompatible;
  private int pairsWithARefusedValue;

  @Test
  void neverCallsCompatibleWhatRefusesAnEvent() {
    System.out.printf("random schemas: -Devent-manager.seed=%d%n", seed);
    for (int pair = 0; pair < PAIRS; pair++) {
      check(new Random(seed + pair), pair);
    }
    System.out.printf(
        "random schemas: %d called compatible with %d events read again; of %d others %d refused one%n",
        pairsCalledCompatible, valuesReadAgain, pairsCalledIncompatible, pairsWithARefusedValue);
    assertThat(pairsCalledCompatible).as("too few to prove anything").isGreaterThan(PAIRS / 10);
    assertThat(valuesReadAgain).as("too few to prove anything").isGreaterThan(PAIRS);
  }

  private void check(Random random, int pair) {
    RandomSchemas schemas = new RandomSchemas(random);
    ObjectNode before = schemas.document();
    ObjectNode after =
        schemas.chance(0.9) ? new RandomChanges(random, schemas).of(before) : schemas.document();
    List<Change> changes;
    try {
      changes = SchemaComparison.between(
          SchemaDocument.parse("before", before.toString()),
          SchemaDocument.parse("after", after.toString()));
    } catch (BrokenContractException circle) {
      return;
    }
    check(pair, new Random(random.nextLong()), before, after, changes, Verdicts::newReaders);
    check(pair, new Random(random.nextLong()), after, before, changes, Verdicts::oldReaders);
  }

  private void check(
      int pair,
      Random random,
      ObjectNode writer,
      ObjectNode reader,
      List<Change> changes,
      Function<Verdicts, Verdict> side) {
    boolean compatible = changes.stream()
        .map(Change::verdicts)
        .map(side)
        .allMatch(verdict -> verdict == Verdict.COMPATIBLE);
    Validity validity = new Validity(writer, reader);
    List<JsonNode> refused = new ArrayList<>();
    RandomValues values = new RandomValues(random, writer);
    for (int count = 0; count < VALUES; count++) {
      JsonNode value = values.value();
      if (validity.wasValid(value)) {
        valuesReadAgain += compatible ? 1 : 0;
        if (!validity.isRead(value)) {
          refused.add(value);
        }
      }
    }
    if (compatible && !refused.isEmpty()) {
      fail("pair %d of seed %d: called compatible%n%s%n%s%nbut refuses %s"
          .formatted(pair, seed, writer, reader, refused.get(0)));
    }
    pairsCalledCompatible += compatible ? 1 : 0;
    pairsCalledIncompatible += compatible ? 0 : 1;
    pairsWithARefusedValue += compatible || refused.isEmpty() ? 0 : 1;
  }
}
