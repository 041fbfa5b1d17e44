package dev.eventmanager.benchmarks.run;

/** The keys of one thread, in turn. Of that thread. */
final class Keys {

  private final int first;
  private final Course course;
  private int next;

  Keys(int thread, Course course) {
    this.first = thread;
    this.next = thread;
    this.course = course;
  }

  int next() {
    int key = next;
    next = key + course.threads() < course.keys() ? key + course.threads() : first;
    return key;
  }
}
