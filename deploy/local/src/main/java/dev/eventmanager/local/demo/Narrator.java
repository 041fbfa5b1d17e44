package dev.eventmanager.local.demo;

/** Tells a person what a demonstration does. */
public interface Narrator {

  /** An order has been placed, and this is what it is about. */
  void begin(long order, String about);

  /** Returns when everything that has happened so far has been told. */
  void awaitTold() throws InterruptedException;

  /** And this is what became of it. */
  void end(long order, String outcome);
}
