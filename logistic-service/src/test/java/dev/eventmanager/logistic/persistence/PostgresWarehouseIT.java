package dev.eventmanager.logistic.persistence;

class PostgresWarehouseIT extends WarehouseContract {

  @Override
  Database database() {
    return Database.postgres();
  }
}
