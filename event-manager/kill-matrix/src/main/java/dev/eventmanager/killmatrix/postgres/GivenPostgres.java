package dev.eventmanager.killmatrix.postgres;

/** One that others use too. */
record GivenPostgres(String server) implements Postgres {

  @Override
  public String url(String database) {
    return server.replaceFirst("(?<=\\w/)[^/?]+", database);
  }

  @Override
  public boolean canRestart() {
    return false;
  }

  @Override
  public void restartFast() {
    throw new UnsupportedOperationException("others use it too");
  }

  @Override
  public void restartImmediately() {
    restartFast();
  }

  @Override
  public void close() {
    // It was there before.
  }
}
