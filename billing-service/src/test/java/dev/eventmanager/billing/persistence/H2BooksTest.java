package dev.eventmanager.billing.persistence;

class H2BooksTest extends BooksContract {

  @Override
  Database database() {
    return Database.h2();
  }
}
