package dev.eventmanager.logistic.persistence;

class JdbcWarehouseOnH2Test extends JdbcWarehouseContract {

  @Override
  Database database() {
    return Database.h2();
  }
}
