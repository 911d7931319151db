package dev.riderphotos.app.command;

import dev.riderphotos.embedded.engine.LoadedCollections;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of {@code models list}.
 *
 * @param length how many numbers its descriptors have
 * @param usual whether new collections are of it
 * @param collections those that are of it
 */
record ModelLine(String version, int length, boolean usual, List<String> collections) {
  static ModelLine of(FaceModel model, LoadedCollections collections, String usual) {
    String version = model.version().id();
    return new ModelLine(
        version,
        model.length(),
        version.equals(usual),
        collections.madeWith(model.version()).stream().map(CollectionId::value).toList());
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", version);
    json.put("length", length);
    json.put("forNewCollections", usual);
    json.put("collections", collections);
    return json;
  }

  @Override
  public String toString() {
    return "%-28s  %4d numbers%s%s"
        .formatted(
            version,
            length,
            usual ? "  for new collections" : "",
            collections.isEmpty() ? "" : "  collections: " + String.join(", ", collections));
  }
}
