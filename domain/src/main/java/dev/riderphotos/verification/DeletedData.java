package dev.riderphotos.verification;

/**
 * What records leave behind in the files of a database when they are deleted: pages that are free
 * again, and logs of what was written.
 */
public interface DeletedData {
  /**
   * Overwrites it. What was deleted before the call can be read from no file of the database when
   * this returns. May be repeated. Faults are {@link dev.riderphotos.BackendException}s.
   */
  void overwrite();
}
