package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import java.util.function.Supplier;

/** The face model of the riders' collection that is live at the moment. */
public final class LiveModel implements Supplier<FaceModel> {
  private final LoadedCollections collections;
  private final LiveCollections live;
  private final FaceModel first;

  /**
   * Reads nothing yet.
   *
   * @param first of a live collection that is not made yet
   */
  public LiveModel(LoadedCollections collections, LiveCollections live, FaceModel first) {
    this.collections = collections;
    this.live = live;
    this.first = first;
  }

  @Override
  public FaceModel get() {
    return collections.modelOf(live.of(Role.RIDERS)).orElse(first);
  }
}
