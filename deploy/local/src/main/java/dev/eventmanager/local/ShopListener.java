package dev.eventmanager.local;

import dev.eventmanager.local.process.ServiceListener;

/** Hears how the shop gets on; called from several threads at once. */
public interface ShopListener extends ServiceListener {

  /** The broker or the SQS endpoint answers. */
  void ready(String part, String address, String description);
}
