package dev.riderphotos.app.wiring;

import dev.riderphotos.Retries;
import dev.riderphotos.drink.AddDrinkPhoto;
import dev.riderphotos.drink.DeleteDrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.DrinkSettings;
import dev.riderphotos.drink.RecordArrival;
import dev.riderphotos.drink.RecordDrinkPhoto;
import dev.riderphotos.drink.Recording;
import dev.riderphotos.drink.RequestDrinkUpload;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.photo.UploadTickets;
import dev.riderphotos.web.AllowedOrigins;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The catalogue of drinks on whatever serves its ports. */
@Factory
final class DrinkFactory {
  @Singleton
  DrinkSettings settings(Settings.Drinks drinks) {
    return drinks.settings();
  }

  @Singleton
  Bucket photos(DrinkSettings settings, Provider<RecordDrinkPhoto> recording) {
    return Bucket.of(settings.photoBucket())
        .openToPages()
        .ownedBy(
            event -> {
              Recording _ = recording.get().record(event);
            });
  }

  @Singleton
  Bucket thumbnails(DrinkSettings settings) {
    return Bucket.of(settings.thumbnailBucket()).openToPages();
  }

  @Singleton
  AllowedOrigins origins(Settings.Cors cors) {
    return new AllowedOrigins(cors.allowed());
  }

  @Singleton
  RequestDrinkUpload uploads(UploadTickets tickets, DrinkSettings settings, InstantSource clock) {
    return new RequestDrinkUpload(tickets, settings, clock);
  }

  @Singleton
  RecordDrinkPhoto recording(
      DrinkPhotos catalogue,
      PhotoStore photos,
      PhotoOpener opener,
      Thumbnailer thumbnailer,
      DrinkSettings settings) {
    return new RecordDrinkPhoto(catalogue, photos, opener, thumbnailer, settings);
  }

  @Singleton
  AddDrinkPhoto adding(
      PhotoStore photos,
      PhotoOpener opener,
      RecordDrinkPhoto recording,
      DrinkSettings settings,
      Retries retries,
      InstantSource clock) {
    return new AddDrinkPhoto(photos, opener, recording, settings, retries, clock);
  }

  @Singleton
  RecordArrival arrivals(
      RecordDrinkPhoto recording, DrinkSettings settings, Retries retries, InstantSource clock) {
    return new RecordArrival(recording, settings, retries, clock);
  }

  @Singleton
  DeleteDrinkPhoto deletion(DrinkPhotos catalogue, PhotoStore photos, DrinkSettings settings) {
    return new DeleteDrinkPhoto(catalogue, photos, settings);
  }
}
