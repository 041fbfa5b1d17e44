package dev.eventmanager.billing.persistence;

class JdbcBooksOnPostgresIT extends JdbcBooksContract {

  @Override
  Database database() {
    return Database.postgres();
  }
}
