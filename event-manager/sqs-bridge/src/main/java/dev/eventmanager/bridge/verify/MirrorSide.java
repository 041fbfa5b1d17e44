package dev.eventmanager.bridge.verify;

/** Where it is read what the mirror holds. */
interface MirrorSide {

  /** As an operator would call it. */
  String name();

  /** Tells the comparison all it holds of the window, in the order of each group. */
  void read(Window window, Comparison comparison);
}
