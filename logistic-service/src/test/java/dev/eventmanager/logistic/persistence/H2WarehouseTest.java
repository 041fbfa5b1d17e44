package dev.eventmanager.logistic.persistence;

class H2WarehouseTest extends WarehouseContract {

  @Override
  Database database() {
    return Database.h2();
  }
}
