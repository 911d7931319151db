package dev.riderphotos.app.wiring;

import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryListing;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.GalleryRules;
import dev.riderphotos.gallery.IndexArrivedPhoto;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoTurns;
import dev.riderphotos.gallery.RestoreFace;
import dev.riderphotos.gallery.SearchGallery;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.web.gallery.GallerySettings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named photos, on whatever serves the ports. */
@Factory
final class GalleryFactory {
  @Singleton
  GalleryRules rules(Settings.Gallery settings, @Property(name = Adapters.RECORDS) String records) {
    return settings.rules(records.equals(Adapters.DYNAMODB));
  }

  @Singleton
  PhotoTurns turns(GalleryPhotos gallery, GalleryRules rules, InstantSource clock) {
    return new PhotoTurns(gallery, rules, clock);
  }

  @Singleton
  IndexPhoto indexing(
      PhotoTurns turns,
      PhotoStore photos,
      PhotoOpener opener,
      FaceCollections collections,
      Distinctions distinctions,
      GalleryRules rules) {
    return new IndexPhoto(turns, photos, opener, collections, distinctions, rules);
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
      GalleryRules rules) {
    return new FinishPhoto(turns, photos, indexing, collections, rules);
  }

  @Singleton
  DeletePhoto photoDeletion(
      PhotoTurns turns,
      PhotoStore photos,
      FaceCollections collections,
      Distinctions distinctions,
      GalleryRules rules) {
    return new DeletePhoto(turns, photos, collections, distinctions, rules);
  }

  @Singleton
  DeleteFace faceDeletion(
      PhotoTurns turns,
      GalleryPhotos gallery,
      FaceCollections collections,
      GalleryRules rules,
      InstantSource clock) {
    return new DeleteFace(turns, gallery, collections, rules, clock);
  }

  @Singleton
  RestoreFace restoration(
      PhotoTurns turns,
      GalleryPhotos gallery,
      PhotoStore photos,
      PhotoOpener opener,
      FaceCollections collections,
      GalleryRules rules) {
    return new RestoreFace(turns, gallery, photos, opener, collections, rules);
  }

  @Singleton
  SearchGallery search(
      PhotoOpener opener,
      FaceCollections collections,
      GalleryPhotos gallery,
      Distinctions distinctions,
      GalleryRules rules) {
    return new SearchGallery(opener, collections, gallery, distinctions, rules);
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
      GalleryRules rules) {
    return new GalleryListing(collections, gallery, photos, opener, cropper, rules);
  }

  @Singleton
  GallerySettings settings(Environment environment, GalleryRules rules, Settings.Faces faces) {
    SortedMap<String, Object> shown = new TreeMap<>();
    Settings.shown(environment)
        .forEach(
            name ->
                environment
                    .getProperty(name, String.class)
                    .ifPresent(value -> shown.put(name, value)));
    Map<String, Object> aws =
        Map.of(
            "rekognition", Map.of("collection_id", rules.collection().value()),
            "s3", Map.of("bucket_name", rules.bucket()));
    return new GallerySettings(faces.model(), new TreeMap<>(aws), shown);
  }
}
