package dev.riderphotos.app.wiring;

import dev.riderphotos.engine.DetectorPrecision;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryFaces;
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
  KeptCollection collection(Settings.Gallery gallery) {
    return new KeptCollection(Role.GALLERY, gallery.collectionId(), null);
  }

  @Singleton
  GalleryFaces faces(
      FaceCollections collections,
      LiveCollections live,
      FaceCounterparts counterparts,
      GalleryPhotos gallery,
      GallerySettings settings) {
    return new GalleryFaces(collections, live, counterparts, gallery, settings);
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
      GalleryFaces faces,
      Distinctions distinctions) {
    return new IndexPhoto(turns, photos, opener, faces, distinctions);
  }

  @Singleton
  IndexArrivedPhoto arrival(PhotoTurns turns, PhotoStore photos, IndexPhoto indexing) {
    return new IndexArrivedPhoto(turns, photos, indexing);
  }

  @Singleton
  FinishPhoto finishing(
      PhotoTurns turns, PhotoStore photos, IndexPhoto indexing, GalleryFaces faces) {
    return new FinishPhoto(turns, photos, indexing, faces);
  }

  @Singleton
  DeletePhoto photoDeletion(
      PhotoTurns turns, PhotoStore photos, GalleryFaces faces, Distinctions distinctions) {
    return new DeletePhoto(turns, photos, faces, distinctions);
  }

  @Singleton
  DeleteFace faceDeletion(PhotoTurns turns, GalleryFaces faces, InstantSource clock) {
    return new DeleteFace(turns, faces, clock);
  }

  @Singleton
  RestoreFace restoration(
      PhotoTurns turns, PhotoStore photos, PhotoOpener opener, GalleryFaces faces) {
    return new RestoreFace(turns, photos, opener, faces);
  }

  @Singleton
  SearchGallery search(
      PhotoOpener opener, GalleryFaces faces, Distinctions distinctions, GallerySettings settings) {
    return new SearchGallery(opener, faces, distinctions, settings);
  }

  @Singleton
  TellApart tellingApart(GalleryFaces faces, Distinctions distinctions) {
    return new TellApart(faces, distinctions);
  }

  @Singleton
  GalleryListing gallery(
      FaceCollections collections,
      GalleryPhotos gallery,
      PhotoStore photos,
      PhotoOpener opener,
      FaceCropper cropper,
      GalleryFaces faces) {
    return new GalleryListing(collections, gallery, photos, opener, cropper, faces);
  }

  @Singleton
  ShownSettings settings(
      Environment environment,
      GallerySettings settings,
      Settings.Faces faces,
      Optional<DetectorPrecision> detector,
      ChosenDecoder decoder) {
    SortedMap<String, Object> shown = new TreeMap<>();
    Settings.shown(environment)
        .forEach(
            name ->
                environment
                    .getProperty(name, String.class)
                    .ifPresent(value -> shown.put(name, value)));
    return new ShownSettings(
        faces.model(), detector.map(Settings::word), decoder::inForce, settings.bucket(), shown);
  }
}
