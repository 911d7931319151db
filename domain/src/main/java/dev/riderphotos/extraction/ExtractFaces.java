package dev.riderphotos.extraction;

import dev.riderphotos.extraction.Extraction.Extracted;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts the faces out of a picture: each as a PNG, out of the whole upright picture, and with a
 * document that tells of it.
 *
 * <p>All names come from the source, its content and the options, so whoever does it again writes
 * the same files. The last face is written first, each crop before its document; so the document of
 * the first face is the commit: once it is there, all is, and a repetition does nothing. Before
 * that, a repetition deletes what it would not write itself. A picture without faces leaves no
 * trace, and is looked at again.
 */
public final class ExtractFaces {
  private final PhotoOpener opener;
  private final FaceDetector detector;
  private final FaceCropper cropper;
  private final ExtractionStore store;
  private final CropFormat format;
  private final InstantSource clock;

  public ExtractFaces(
      PhotoOpener opener,
      FaceDetector detector,
      FaceCropper cropper,
      ExtractionStore store,
      CropFormat format,
      InstantSource clock) {
    this.opener = opener;
    this.detector = detector;
    this.cropper = cropper;
    this.store = store;
    this.format = format;
    this.clock = clock;
  }

  /** Cuts the faces out, unless that is done. */
  public Extraction extract(ExtractionRequest request, Photo photo) {
    if (photo.format().isEmpty()) {
      return new Extraction.Ignored();
    }
    String etag = Digests.etag(photo.bytes());
    ChainId chain = ChainId.of(request.source(), etag, request.options());
    List<String> present = store.names(chain.folder());
    if (present.contains(CropId.of(chain, 0).document())) {
      return new Extracted(chain, crops(chain, present), true);
    }
    return switch (opener.open(photo)) {
      case Opened.Unacceptable(PhotoProblem problem, _) -> new Extraction.Unusable(problem);
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          List<DetectedFace> faces =
              detector.detect(
                  picture, request.source().stored(), request.options().minConfidence());
          Origin origin = new Origin(request, photo, etag, faces.size());
          yield cutOut(picture, origin, chain, chosen(request, faces), present);
        }
      }
    };
  }

  /** Finds the crops of a chain that are all there, in their order. */
  static List<CropId> crops(ChainId chain, List<String> present) {
    return IntStream.range(0, present.size())
        .mapToObj(index -> CropId.of(chain, index))
        .takeWhile(id -> present.contains(id.document()))
        .toList();
  }

  private static List<FaceDetail> chosen(ExtractionRequest request, List<DetectedFace> faces) {
    return request.options().choose(faces.stream().map(DetectedFace::detail).toList());
  }

  private Extraction cutOut(
      Picture picture, Origin origin, ChainId chain, List<FaceDetail> faces, List<String> present) {
    List<CropId> ids =
        IntStream.range(0, faces.size()).mapToObj(index -> CropId.of(chain, index)).toList();
    tidy(present, ids);
    for (int index = faces.size() - 1; index >= 0; index--) {
      FaceDetail face = faces.get(index);
      Photo png = cropper.crop(picture, origin.request().options().around(face.box()));
      write(origin, new FaceCrop(ids.get(index), index, face, png));
    }
    return new Extracted(chain, ids, false);
  }

  /** Deletes what an earlier attempt left that this one does not write. */
  private void tidy(List<String> present, List<CropId> ids) {
    Set<String> expected =
        ids.stream()
            .flatMap(id -> Stream.of(id.image(), id.document()))
            .collect(Collectors.toSet());
    present.stream().filter(name -> !expected.contains(name)).forEach(store::delete);
  }

  private void write(Origin origin, FaceCrop crop) {
    String image = crop.id().image();
    store.put(image, crop.png().bytes(), PhotoFormat.PNG.contentType());
    String etag = Digests.etag(crop.png().bytes());
    CropDocument told = new CropDocument(origin, crop, store.url(image), etag, clock.instant());
    store.put(crop.id().document(), format.write(told), format.contentType());
  }
}
