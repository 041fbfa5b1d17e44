package dev.eventmanager.billing.persistence;

class JdbcBooksOnH2Test extends JdbcBooksContract {

  @Override
  Database database() {
    return Database.h2();
  }
}
