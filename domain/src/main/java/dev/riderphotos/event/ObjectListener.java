package dev.riderphotos.event;

/** The owner of a bucket. */
public interface ObjectListener {
  /**
   * Does what is to be done about the object. The same event may come more than once, events in any
   * order, and from several machines at once: docs/architecture.md has what each owner does then.
   * What is thrown has it delivered again, or in the end kept as a dead letter.
   *
   * @throws Undeliverable to have it kept as a dead letter at once
   */
  void arrived(ObjectCreated event);
}
