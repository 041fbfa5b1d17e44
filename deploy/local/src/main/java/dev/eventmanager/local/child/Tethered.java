package dev.eventmanager.local.child;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs the main method of the class named by the first argument, and ends the process once standard
 * input is closed.
 *
 * <p>The launcher holds the other end of that pipe: closing it asks for a graceful stop, and where
 * the launcher was killed the operating system closes it, so that no service outlives the shop.
 */
public final class Tethered {

  private Tethered() {}

  public static void main(String[] arguments) throws Exception {
    Thread tether = new Thread(Tethered::endWithParent, "tether");
    tether.setDaemon(true);
    tether.start();
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent: only the end of the stream means something.
      }
    } catch (IOException gone) {
      // The pipe broke: the parent is gone as well.
    }
    System.exit(0);
  }
}
