package dev.riderphotos.face;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collections of faces by name. Each is bound to the face model that was in use when it was made:
 * faces of different models are never compared. The collection that riders' faces go to ({@link
 * RiderFaces}) is one of them.
 *
 * <p>A call on a collection that does not exist answers with an empty {@code Optional}. Ids of
 * faces and images are given by the backend; no two faces have one, in whatever collections. A face
 * indexed is found by every search that begins after the call returned, or, where a service keeps
 * the faces, a moment later; a deleted one by none. Writes are durable when the call returns.
 * Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface FaceCollections {
  /** Makes the collection; empty if there is one of this name, which is left as it is. */
  Optional<Summary> create(CollectionId id);

  /**
   * The same, of a certain face model.
   *
   * @throws IllegalArgumentException if the backend has no such model, or lets nobody choose
   */
  Optional<Summary> create(CollectionId id, String modelVersion);

  Optional<Description> describe(CollectionId id);

  /** Lists all collections, each once, page by page; the order is the backend's choice. */
  CollectionPage list(@Nullable Cursor after, int limit);

  /**
   * Deletes the collection, its faces and its users for good; says which, empty if it was not
   * there.
   */
  Optional<CollectionId> delete(CollectionId id);

  /**
   * Adds the faces of an image. Indexing the same image under the same external id again adds
   * nothing, and answers with the faces that are there.
   */
  Optional<Indexing> index(CollectionId id, NewFaces faces);

  /** Searches for those who look like the faces of an image. */
  Optional<ImageSearch> search(CollectionId id, SearchedImage image, Matching matching);

  /**
   * Searches for those who look like a face of the collection, which is not among them; also empty
   * if no such face is there.
   */
  Optional<FaceSearch> search(CollectionId id, FaceId face, Matching matching);

  /** Lists all faces, each once, page by page; the order is the backend's choice. */
  Optional<FacePage> faces(CollectionId id, @Nullable Cursor after, int limit);

  /** Finds those of these faces that are there, each once, in any order. */
  Optional<FacePage> faces(CollectionId id, List<FaceId> only);

  /**
   * Deletes the faces for good, those of users too ({@link CollectionUsers}); says which of them
   * were there, each once, in any order.
   */
  Optional<List<FaceId>> deleteFaces(CollectionId id, List<FaceId> faces);

  /** A collection. */
  record Summary(CollectionId id, String modelVersion) {}

  /** More about a collection. */
  record Description(
      CollectionId id, String modelVersion, long faces, long users, Instant createdAt) {}

  /**
   * Where a page ended. Only the adapter that made it can read it; others' are refused with an
   * {@link IllegalArgumentException}.
   */
  record Cursor(String value) {}

  /**
   * Some collections.
   *
   * @param next where to go on, or {@code null} if this was the last page
   */
  record CollectionPage(List<Summary> collections, @Nullable Cursor next) {
    public CollectionPage {
      collections = List.copyOf(collections);
    }
  }

  /**
   * Some faces of a collection.
   *
   * @param next where to go on, or {@code null} if this was the last page
   */
  record FacePage(String modelVersion, List<IndexedFace> faces, @Nullable Cursor next) {
    public FacePage {
      faces = List.copyOf(faces);
    }
  }

  /**
   * Faces to be indexed.
   *
   * @param externalImageId the caller's own name for them
   * @param maxFaces at most so many, the largest
   * @param once whether a call that fails is repeated by nobody but the caller, who counts calls
   */
  record NewFaces(
      FaceImage image,
      @Nullable ExternalImageId externalImageId,
      int maxFaces,
      QualityFilter filter,
      boolean once) {
    /** No backend takes more faces of one image. */
    public static final int ALL = 100;

    public NewFaces {
      if (maxFaces < 1) {
        throw new IllegalArgumentException("At least one face may be indexed");
      }
    }

    /** A call that fails in passing may be repeated on the way. */
    public NewFaces(
        FaceImage image,
        @Nullable ExternalImageId externalImageId,
        int maxFaces,
        QualityFilter filter) {
      this(image, externalImageId, maxFaces, filter, false);
    }
  }

  /**
   * An image whose faces are searched for.
   *
   * @param everyFace all its faces, not just the largest
   * @param filter faces that do not pass it are not seen
   */
  record SearchedImage(FaceImage image, boolean everyFace, QualityFilter filter) {}

  /**
   * What counts as a match.
   *
   * @param minSimilarity 0 to 100
   * @param limit at most so many for each face, the most similar
   */
  record Matching(double minSimilarity, int limit) {
    public Matching {
      if (!(minSimilarity >= 0 && minSimilarity <= 100) || limit < 1) {
        throw new IllegalArgumentException("A similarity is 0 to 100, a limit at least 1");
      }
    }
  }

  /**
   * What was found for an image.
   *
   * @param faces those searched for, the largest first; empty if the image shows none
   */
  record ImageSearch(String modelVersion, List<Searched> faces) {
    public ImageSearch {
      faces = List.copyOf(faces);
    }
  }

  /**
   * A face of an image, and who looks like it, the most similar first.
   *
   * @param confidence that it is a face, 0 to 100
   */
  record Searched(BoundingBox box, double confidence, List<SimilarFace> matches) {
    public Searched {
      matches = List.copyOf(matches);
    }
  }

  /** Who looks like a face of the collection, the most similar first. */
  record FaceSearch(String modelVersion, List<SimilarFace> matches) {
    public FaceSearch {
      matches = List.copyOf(matches);
    }
  }
}
