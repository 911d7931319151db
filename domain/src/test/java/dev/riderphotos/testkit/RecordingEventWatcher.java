package dev.riderphotos.testkit;

import dev.riderphotos.event.EventId;
import dev.riderphotos.event.EventWatcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it saw. */
public final class RecordingEventWatcher implements EventWatcher {
  private final List<EventId> postponed = new CopyOnWriteArrayList<>();
  private final List<EventId> buried = new CopyOnWriteArrayList<>();

  @Override
  public void postponed(EventId id, RuntimeException fault) {
    postponed.add(id);
  }

  @Override
  public void buried(EventId id, RuntimeException fault) {
    buried.add(id);
  }

  public List<EventId> postponed() {
    return List.copyOf(postponed);
  }

  public List<EventId> buried() {
    return List.copyOf(buried);
  }
}
