package dev.eventmanager.s3;

import dev.eventmanager.OnEvent;
import java.util.ArrayList;
import java.util.List;

/** Somebody who wants to know of every object that is written. */
class Archive {

  /** The objects of a bucket. */
  static final class Shelf {

    private final List<String> objects = new ArrayList<>();

    void add(String bucket, String key) {
      objects.add(bucket + "/" + key);
    }

    List<String> objects() {
      return List.copyOf(objects);
    }
  }

  private final Shelf archive;

  Archive(Shelf archive) {
    this.archive = archive;
  }

  // snippet: archive
  @OnEvent(queue = "archive_s3", pattern = "s3.*.created")
  void archived(ObjectChange change) {
    archive.add(change.bucket(), change.key());
  }
  // end
}
