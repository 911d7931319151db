package dev.riderphotos.app.wiring;

import dev.riderphotos.event.Bucket;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryListing;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.gallery.IndexArrivedPhoto;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoTurns;
import dev.riderphotos.gallery.RestoreFace;
import dev.riderphotos.gallery.SearchGallery;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.web.gallery.ShownSettings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named photos, on whatever serves the ports. */
@Factory
final class GalleryFactory {
  @Singleton
  Bucket photos(GallerySettings settings, Provider<IndexArrivedPhoto> arrival) {
    return Bucket.of(settings.bucket())
        .ownedBy(
            event -> {
              Optional<PhotoIndexing> _ = arrival.get().index(event);
            });
  }

  @Singleton
  KeptCollection faces(GallerySettings settings) {
    return KeptCollection.of(settings.collection());
  }

  @Singleton
  PhotoTurns turns(GalleryPhotos gallery, GallerySettings settings, InstantSource clock) {
    return new PhotoTurns(gallery, settings, clock);
  }

  @Singleton
  IndexPhoto indexing(
      PhotoTurns turns,
      PhotoStore photos,
      PhotoOpener opener,
      FaceCollections collections,
      Distinctions distinctions,
      GallerySettings settings) {
    return new IndexPhoto(turns, photos, opener, collections, distinctions, settings);
  }

  @Singleton
  IndexArrivedPhoto arrival(PhotoTurns turns, PhotoStore photos, IndexPhoto indexing) {
    return new IndexArrivedPhoto(turns, photos, indexing);
  }

  @Singleton
  FinishPhoto finishing(
      PhotoTurns turns,
      PhotoStore photos,
      IndexPhoto indexing,
      FaceCollections collections,
      GallerySettings settings) {
    return new FinishPhoto(turns, photos, indexing, collections, settings);
  }

  @Singleton
  DeletePhoto photoDeletion(
      PhotoTurns turns,
      PhotoStore photos,
      FaceCollections collections,
      Distinctions distinctions,
      GallerySettings settings) {
    return new DeletePhoto(turns, photos, collections, distinctions, settings);
  }

  @Singleton
  DeleteFace faceDeletion(
      PhotoTurns turns,
      GalleryPhotos gallery,
      FaceCollections collections,
      GallerySettings settings,
      InstantSource clock) {
    return new DeleteFace(turns, gallery, collections, settings, clock);
  }

  @Singleton
  RestoreFace restoration(
      PhotoTurns turns,
      GalleryPhotos gallery,
      PhotoStore photos,
      PhotoOpener opener,
      FaceCollections collections,
      GallerySettings settings) {
    return new RestoreFace(turns, gallery, photos, opener, collections, settings);
  }

  @Singleton
  SearchGallery search(
      PhotoOpener opener,
      FaceCollections collections,
      GalleryPhotos gallery,
      Distinctions distinctions,
      GallerySettings settings) {
    return new SearchGallery(opener, collections, gallery, distinctions, settings);
  }

  @Singleton
  TellApart tellingApart(GalleryPhotos gallery, Distinctions distinctions) {
    return new TellApart(gallery, distinctions);
  }

  @Singleton
  GalleryListing gallery(
      FaceCollections collections,
      GalleryPhotos gallery,
      PhotoStore photos,
      PhotoOpener opener,
      FaceCropper cropper,
      GallerySettings settings) {
    return new GalleryListing(collections, gallery, photos, opener, cropper, settings);
  }

  @Singleton
  ShownSettings settings(Environment environment, GallerySettings settings, Settings.Faces faces) {
    SortedMap<String, Object> shown = new TreeMap<>();
    Settings.shown(environment)
        .forEach(
            name ->
                environment
                    .getProperty(name, String.class)
                    .ifPresent(value -> shown.put(name, value)));
    Map<String, Object> aws =
        Map.of(
            "rekognition", Map.of("collection_id", settings.collection().value()),
            "s3", Map.of("bucket_name", settings.bucket()));
    return new ShownSettings(faces.model(), new TreeMap<>(aws), shown);
  }
}
