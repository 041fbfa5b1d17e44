package dev.eventmanager.logistic.persistence;

class JdbcWarehouseOnPostgresIT extends JdbcWarehouseContract {

  @Override
  Database database() {
    return Database.postgres();
  }
}
