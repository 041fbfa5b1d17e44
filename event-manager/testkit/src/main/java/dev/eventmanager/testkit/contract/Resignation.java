package dev.eventmanager.testkit.contract;

/** A player gives a game up. */
record Resignation(String game) {}
