package dev.eventmanager.contracts.compatibility.change;

/**
 * One difference between two contracts.
 *
 * @param path where in the payload: {@code $.lines[*].price}, {@code $.prices.*} for a map's values
 * @param keyword which keyword of the schema changed; empty if the field as a whole did
 * @param kind what happened
 * @param detail before and after, for people
 * @param verdicts who can still read whom
 */
public record Change(
    String path, String keyword, ChangeKind kind, String detail, Verdicts verdicts) {

  static Change of(String path, ChangeKind kind, String detail, Verdicts verdicts) {
    return new Change(path, "", kind, detail, verdicts);
  }

  static Change ofKeyword(String path, String keyword, String detail, Verdicts verdicts) {
    return new Change(path, keyword, ChangeKind.ofKeyword(verdicts), detail, verdicts);
  }

  /** A change of an event or version as a whole. */
  public static Change ofEvent(ChangeKind kind, String detail, Verdicts verdicts) {
    return of("$", kind, detail, verdicts);
  }

  /** Whether nobody is hurt: each event is read, at the latest once its readers know it. */
  public boolean passes() {
    return verdicts.newReaders().and(verdicts.oldReaders()).compareTo(Verdict.KEPT_ASIDE) <= 0;
  }

  /** The word by which exceptions name it: {@code added-required}, {@code maxLength-narrowed}. */
  public String word() {
    return keyword.isEmpty() ? kind.toString() : keyword + "-" + kind;
  }
}
