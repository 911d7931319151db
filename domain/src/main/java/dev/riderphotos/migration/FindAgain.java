package dev.riderphotos.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.ImageSearch;
import dev.riderphotos.face.FaceCollections.Matching;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import java.util.List;
import java.util.Objects;

/**
 * Searches the new collection for a moved face as the old one knew it, to see whether it finds
 * itself. May be repeated; writes nothing.
 */
public final class FindAgain {
  /** As Rekognition's search has it, if nobody says otherwise. */
  private static final double SIMILARITY = 80;

  /** A copy of a picture is as similar as the picture itself, but for rounding. */
  private static final double ROUNDING = 0.001;

  private static final int MATCHES = 20;

  private final FaceCollections collections;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final Cutting cutting;

  public FindAgain(FaceCollections collections, PhotoStore photos, PhotoOpener opener) {
    this(collections, photos, opener, OldFace::cutOut);
  }

  /**
   * For tests on fakes, which know whole pictures only.
   *
   * @param cutting gives the part of a photo that is searched with
   */
  FindAgain(FaceCollections collections, PhotoStore photos, PhotoOpener opener, Cutting cutting) {
    this.cutting = cutting;
    this.collections = collections;
    this.photos = photos;
    this.opener = opener;
  }

  /** Makes a picture of a face of a photo. */
  interface Cutting {
    Picture cutOut(Picture photo, BoundingBox box, List<BoundingBox> others);
  }

  /** Whom a face found. */
  public enum Found {
    /** It found the face that it was moved to, or one of a copy of its picture. */
    ITSELF,
    /** It found somebody else first. */
    ANOTHER,
    /** It found nobody: no face is seen in its box, or nobody is as similar. */
    NOBODY
  }

  /**
   * Says whom the face of a row finds.
   *
   * @param others boxes of the other faces of the photo that were provided
   */
  public Found find(FaceRow row, List<BoundingBox> others, CollectionId to) {
    return photos
        .get(Objects.requireNonNull(row.photo()))
        .map(opener::open)
        .map(
            opened ->
                switch (opened) {
                  case Opened.Unacceptable _ -> Found.NOBODY;
                  case Opened.Decoded(Picture picture) -> {
                    try (picture) {
                      yield find(
                          row, cutting.cutOut(picture, row.place(), beside(row, others)), to);
                    }
                  }
                })
        .orElse(Found.NOBODY);
  }

  /** A face may be said to be where another one was. */
  private static List<BoundingBox> beside(FaceRow row, List<BoundingBox> others) {
    return others.stream()
        .filter(other -> other.intersectionOverUnion(row.place()) < MigrationOptions.IOU)
        .toList();
  }

  private Found find(FaceRow row, Picture face, CollectionId to) {
    SearchedImage searched =
        new SearchedImage(new FaceImage(face, null), false, QualityFilter.NONE);
    List<SimilarFace> matches =
        collections
            .search(to, searched, new Matching(SIMILARITY, MATCHES))
            .map(ImageSearch::faces)
            .orElseThrow(() -> new NoSuchCollectionException(to))
            .stream()
            .findFirst()
            .map(FaceCollections.Searched::matches)
            .orElse(List.of());
    if (matches.isEmpty()) {
      return Found.NOBODY;
    }
    double best = matches.getFirst().similarity();
    return matches.stream()
            .filter(match -> match.similarity() >= best - ROUNDING)
            .anyMatch(match -> match.face().id().equals(row.newFace()))
        ? Found.ITSELF
        : Found.ANOTHER;
  }
}
