package dev.riderphotos.announcement;

/** Sees what becomes of announcements, to count and log it. Must not throw. */
public interface AnnouncementWatcher {
  void told(AnnouncementId id);

  /** An attempt failed; there will be another. */
  void postponed(AnnouncementId id, String error);

  /** The last attempt failed; an operator has to see to it. */
  void buried(AnnouncementId id, String error);

  /** Nothing is sent any more, until an operator says so. */
  void switchedOff(String why);
}
