package dev.riderphotos.retention;

/** Is told what retention does. */
public interface RetentionWatcher {
  RetentionWatcher NONE =
      new RetentionWatcher() {
        @Override
        public void deleted(Kept kept) {}

        @Override
        public void told() {}
      };

  /** The term of this was over, and it is gone. */
  void deleted(Kept kept);

  /** A rider was told that they were not heard of. */
  void told();
}
