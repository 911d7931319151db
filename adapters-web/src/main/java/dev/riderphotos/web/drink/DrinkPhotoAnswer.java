package dev.riderphotos.web.drink;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A drink of the catalogue.
 *
 * @param s3ObjectKey the URL of the object, as in the reference; by itself it gives no access
 * @param url shows the picture for a while
 * @param thumbnailUrl shows it small, for a while
 * @param updatedAt when the picture arrived
 */
@Serdeable
public record DrinkPhotoAnswer(
    String barName,
    String drinkName,
    String s3ObjectKey,
    String url,
    String thumbnailUrl,
    Instant updatedAt) {}
