package dev.riderphotos.web.drink;

import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkSettings;
import dev.riderphotos.drink.ThumbnailSize;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.web.ServerAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes answers of rows: with links that show the pictures for a while. */
@Singleton
final class DrinkAnswers {
  private final PhotoLinks links;
  private final DrinkSettings settings;
  private final InstantSource clock;

  DrinkAnswers(PhotoLinks links, DrinkSettings settings, InstantSource clock) {
    this.links = links;
    this.settings = settings;
    this.clock = clock;
  }

  DrinkPhotoAnswer of(HttpRequest<?> request, DrinkPhoto row) {
    return new DrinkPhotoAnswer(
        row.drink().bar().value(),
        row.drink().name().value(),
        ServerAddress.absolute(request, links.address(row.photo())),
        link(request, row.photo()),
        link(request, settings.thumbnailOf(row.photo(), ThumbnailSize.LARGE)),
        row.updatedAt());
  }

  private String link(HttpRequest<?> request, PhotoRef ref) {
    return ServerAddress.absolute(
        request, links.link(ref, clock.instant().plus(settings.linkValidity())));
  }
}
