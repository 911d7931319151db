package dev.riderphotos.extraction;

import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Undeliverable;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoStore;
import java.util.Optional;

/** Cuts the faces out of a picture that has arrived. */
public final class ExtractArrivedFaces {
  private final ExtractFaces extraction;
  private final PhotoStore photos;
  private final ExtractionOptions options;

  public ExtractArrivedFaces(
      ExtractFaces extraction, PhotoStore photos, ExtractionOptions options) {
    this.extraction = extraction;
    this.photos = photos;
    this.options = options;
  }

  /**
   * Cuts the faces out of the picture; empty if the object is gone.
   *
   * @throws Undeliverable if the picture cannot be opened
   */
  public Optional<Extraction> extract(ObjectCreated event) {
    ExtractionRequest request =
        new ExtractionRequest(Source.of(event.ref()), Trigger.EVENT, options);
    Optional<Extraction> extracted =
        photos.get(event.ref()).map(photo -> extraction.extract(request, photo));
    if (extracted.isPresent() && extracted.get() instanceof Extraction.Unusable(var problem)) {
      throw refused(problem);
    }
    return extracted;
  }

  private static Undeliverable refused(PhotoProblem problem) {
    return new Undeliverable("cut faces out of a picture that is " + problem);
  }
}
