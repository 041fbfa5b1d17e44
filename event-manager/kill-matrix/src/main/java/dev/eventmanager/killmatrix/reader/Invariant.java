package dev.eventmanager.killmatrix.reader;

/**
 * What must hold once everything is at rest, as the question for what breaks it.
 *
 * <p>The schema {@code publisher} holds what was committed: each movement of an account with its
 * number and its token. The schema {@code consumer} holds the effects, each with its place among all
 * effects of its account.
 */
public enum Invariant {

  /** Every committed event has its effect. */
  LOST("""
      select m.account, m.number, m.token, null as event_id
      from publisher.movement m left join consumer.effect e on e.token = m.token
      where e.token is null order by m.account, m.number
      """),

  /** No event has two. */
  REPEATED("""
      select account, number, token, event_id from (
          select e.*, row_number() over (partition by token order by place) as copy
          from consumer.effect e) numbered
      where copy > 1 order by account, place
      """),

  /** No effect stands behind that of a later event of its key; a second effect is repeated alone. */
  REORDERED("""
      select account, number, token, event_id from (
          select f.*, max(number) over (partition by account order by place
              rows between unbounded preceding and 1 preceding) as highest
          from (
              select e.*, row_number() over (partition by token order by place) as copy
              from consumer.effect e) f
          where copy = 1) ordered
      where number < highest order by account, place
      """),

  /** No event of a transaction that did not commit has an effect. */
  UNCOMMITTED("""
      select e.account, e.number, e.token, e.event_id
      from consumer.effect e left join publisher.movement m on m.token = e.token
      where m.token is null order by e.account, e.place
      """),

  /** Nothing is parked by itself but what is broken, now or before any replay. */
  PARKED_WITHOUT_CAUSE("""
      select account, number, token, event_id from consumer.parked_head where nature <> 'BROKEN'
      union select account, number, token, event_id from consumer.replayed where nature <> 'BROKEN'
      order by account, number
      """);

  private final String violations;

  Invariant(String violations) {
    this.violations = violations;
  }

  /** Selects what breaks it: account, number, token and event id. */
  String violations() {
    return violations;
  }
}
