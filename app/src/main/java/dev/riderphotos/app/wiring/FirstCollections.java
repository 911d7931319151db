package dev.riderphotos.app.wiring;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.Role;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** The collections that the settings name: what is live until it is switched for the first time. */
@Singleton
final class FirstCollections {
  private final Settings.Faces faces;
  private final Settings.Gallery gallery;

  FirstCollections(Settings.Faces faces, Settings.Gallery gallery) {
    this.faces = faces;
    this.gallery = gallery;
  }

  Map<Role, CollectionId> byRole() {
    Map<Role, CollectionId> first = new EnumMap<>(Role.class);
    first.put(Role.RIDERS, faces.collectionId());
    first.put(Role.GALLERY, gallery.collectionId());
    return first;
  }
}
