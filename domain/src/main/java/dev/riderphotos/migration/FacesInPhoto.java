package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.photo.Picture;
import java.util.ArrayList;
import java.util.List;

/** Finds the faces that a collection's model sees in a photo, and writes nothing. */
final class FacesInPhoto {
  private static final FaceCollections.Matching NOBODY = new FaceCollections.Matching(100, 1);

  private final FaceCollections collections;

  FacesInPhoto(FaceCollections collections) {
    this.collections = collections;
  }

  /** As they would be indexed, but for their ids. */
  List<IndexedFace> find(
      Picture picture, ImageRecord record, CollectionId collection, QualityFilter filter) {
    FaceImage image = new FaceImage(picture, record.photo());
    SearchedImage every = new SearchedImage(image, true, filter);
    List<IndexedFace> found = new ArrayList<>();
    collections
        .search(collection, every, NOBODY)
        .orElseThrow(() -> new NoSuchCollectionException(collection))
        .faces()
        .forEach(
            face ->
                found.add(
                    new IndexedFace(
                        new FaceId("face " + found.size()),
                        new ImageId("not indexed"),
                        record.externalImageId(),
                        face.box(),
                        face.confidence())));
    return found;
  }
}
