package dev.riderphotos.web.gallery;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.GalleryListing;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the gallery is run, for its programs. */
@Controller("/v1/info")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Gallery")
class InfoController {
  private final GalleryListing gallery;
  private final LiveCollections live;
  private final FaceCollections collections;
  private final ShownSettings settings;

  InfoController(
      GalleryListing gallery,
      LiveCollections live,
      FaceCollections collections,
      ShownSettings settings) {
    this.gallery = gallery;
    this.live = live;
    this.collections = collections;
    this.settings = settings;
  }

  @Operation(
      summary = "Settings, counts, versions, and which collections are live",
      description = "Keys in alphabetical order; secrets are masked.")
  @Get
  SortedMap<String, Object> info() {
    GalleryListing.Size size = gallery.size();
    CollectionId riders = live.of(Role.RIDERS);
    CollectionId galleries = live.of(Role.GALLERY);
    Map<String, Object> versions = new TreeMap<>();
    versions.put("face_model", modelOf(riders));
    versions.put("collection_face_model", size.modelVersion() == null ? "" : size.modelVersion());
    settings.detector().ifPresent(detector -> versions.put("detector", detector));
    versions.put("decoder", settings.decoder().get());
    versions.put("java", Runtime.version().toString());
    SortedMap<String, Object> info = new TreeMap<>();
    info.put("aws", aws(galleries));
    info.put("counts", new TreeMap<>(Map.of("faces", size.faces(), "photos", size.photos())));
    info.put("live", new TreeMap<>(Map.of("gallery", galleries.value(), "riders", riders.value())));
    info.put("settings", settings.shown());
    info.put("versions", versions);
    return info;
  }

  /** What the gallery is on, by the reference's names. */
  private SortedMap<String, Object> aws(CollectionId collection) {
    return new TreeMap<>(
        Map.of(
            "rekognition", Map.of("collection_id", collection.value()),
            "s3", Map.of("bucket_name", settings.bucket())));
  }

  private String modelOf(CollectionId collection) {
    return collections
        .describe(collection)
        .map(Description::modelVersion)
        .orElse(settings.faceModel());
  }
}
