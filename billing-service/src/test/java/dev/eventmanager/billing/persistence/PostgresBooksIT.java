package dev.eventmanager.billing.persistence;

class PostgresBooksIT extends BooksContract {

  @Override
  Database database() {
    return Database.postgres();
  }
}
