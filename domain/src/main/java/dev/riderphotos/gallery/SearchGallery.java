package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceCollections.ImageSearch;
import dev.riderphotos.face.FaceCollections.Searched;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.gallery.GallerySearch.Match;
import dev.riderphotos.gallery.GallerySearch.SearchedFace;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says who of the gallery is on a photo, of which nothing is kept. Faces that were deleted are not
 * among the matches, nor those of whom an operator said that it is somebody else.
 */
public final class SearchGallery {
  private final PhotoOpener opener;
  private final Distinctions distinctions;
  private final GallerySettings settings;
  private final GalleryFaces faces;

  public SearchGallery(
      PhotoOpener opener, GalleryFaces faces, Distinctions distinctions, GallerySettings settings) {
    this.opener = opener;
    this.distinctions = distinctions;
    this.settings = settings;
    this.faces = faces;
  }

  /**
   * Searches for the photo's faces.
   *
   * @param everyFace for all of them, not just the largest
   */
  public GallerySearch search(Photo photo, boolean everyFace) {
    return switch (opener.open(photo)) {
      case Opened.Unacceptable(PhotoProblem problem, _) -> new GallerySearch.Refused(problem);
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          SearchedImage image =
              new SearchedImage(new FaceImage(picture, null), everyFace, settings.filter());
          yield search(PhotoDigest.of(photo), image);
        }
      }
    };
  }

  private GallerySearch search(PhotoDigest photo, SearchedImage image) {
    ImageSearch search = faces.search(image);
    if (search.faces().isEmpty()) {
      return new GallerySearch.NoFace();
    }
    Map<FaceId, FaceRecord> records = records(search);
    return new GallerySearch.Found(
        search.modelVersion(),
        search.faces().stream().map(face -> searched(photo, face, records)).toList());
  }

  private SearchedFace searched(PhotoDigest photo, Searched face, Map<FaceId, FaceRecord> records) {
    Appearance id = appearance(photo, face, records);
    Set<Appearance> others = distinctions.from(id);
    List<Match> matches =
        face.matches().stream()
            .map(match -> new Match(match, records.get(match.face().id())))
            .filter(match -> match.stands(others))
            .toList();
    return new SearchedFace(id, face.box(), face.confidence(), matches);
  }

  /** A photo of the gallery finds itself, and its faces go by where they were found first. */
  private static Appearance appearance(
      PhotoDigest photo, Searched face, Map<FaceId, FaceRecord> records) {
    return face.matches().stream()
        .flatMap(match -> Optional.ofNullable(records.get(match.face().id())).stream())
        .filter(record -> record.isAt(photo, face.box()))
        .findFirst()
        .map(FaceRecord::appearance)
        .orElseGet(() -> Appearance.of(photo, face.box()));
  }

  private Map<FaceId, FaceRecord> records(ImageSearch search) {
    Set<FaceId> matched =
        search.faces().stream()
            .flatMap(face -> face.matches().stream())
            .map(SimilarFace::face)
            .map(face -> face.id())
            .collect(Collectors.toSet());
    return faces.records(matched);
  }
}
