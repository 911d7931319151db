package dev.riderphotos.web.gallery;

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
  private final ShownSettings settings;

  InfoController(GalleryListing gallery, ShownSettings settings) {
    this.gallery = gallery;
    this.settings = settings;
  }

  @Operation(
      summary = "Settings, counts and versions",
      description = "Keys in alphabetical order; secrets are masked.")
  @Get
  SortedMap<String, Object> info() {
    GalleryListing.Size size = gallery.size();
    Map<String, Object> versions = new TreeMap<>();
    versions.put("face_model", settings.faceModel());
    versions.put("collection_face_model", size.modelVersion() == null ? "" : size.modelVersion());
    versions.put("java", Runtime.version().toString());
    return new TreeMap<>(
        Map.of(
            "aws",
            settings.aws(),
            "counts",
            new TreeMap<>(Map.of("faces", size.faces(), "photos", size.photos())),
            "settings",
            settings.shown(),
            "versions",
            versions));
  }
}
