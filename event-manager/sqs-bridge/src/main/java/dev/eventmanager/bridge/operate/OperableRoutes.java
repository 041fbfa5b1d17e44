package dev.eventmanager.bridge.operate;

import java.util.List;

/** Routes of one kind; a bean of each kind. */
public interface OperableRoutes {

  /** Those that run, in the order of the settings. */
  List<? extends Operable> operable();
}
