package dev.riderphotos.extraction;

import dev.riderphotos.BackendException;
import dev.riderphotos.event.ObjectCreated;
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
   * What came of it; empty if the object is gone.
   *
   * @throws BackendException also for a picture that cannot be opened: its event is to end as a
   *     dead letter, where an operator sees it
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

  private static BackendException refused(PhotoProblem problem) {
    String what = "cut faces out of a picture that is " + problem;
    return new BackendException(what, false, new IllegalArgumentException("not a picture to open"));
  }
}
