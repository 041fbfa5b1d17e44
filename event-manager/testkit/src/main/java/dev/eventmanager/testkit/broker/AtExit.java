package dev.eventmanager.testkit.broker;

/** Something that is done when asked to, and else when this JVM ends. */
final class AtExit {
  private final Runnable action;
  private final Thread hook;

  AtExit(String name, Runnable action) {
    this.action = action;
    this.hook = new Thread(action, name);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void runNow() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyExiting) {
      return; // the hook does it
    }
    action.run();
  }
}
