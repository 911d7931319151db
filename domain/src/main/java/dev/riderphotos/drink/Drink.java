package dev.riderphotos.drink;

import dev.riderphotos.photo.ObjectKeys;
import dev.riderphotos.photo.PhotoFormat;
import java.util.Optional;

/** A drink as a bar serves it. */
public record Drink(BarName bar, DrinkName name) {
  private static final String FOLDER = "cocktail-pictures";

  /**
   * The drink that an object of this key shows: the last two segments are bar and drink, the
   * drink's without its last extension, whatever stands before them. Empty if those are no names.
   */
  public static Optional<Drink> ofKey(String key) {
    String[] segments = key.split("/", -1);
    if (segments.length < 2) {
      return Optional.empty();
    }
    String bar = ObjectKeys.name(segments[segments.length - 2]);
    String drink = ObjectKeys.name(withoutExtension(segments[segments.length - 1]));
    try {
      return Optional.of(new Drink(new BarName(bar), new DrinkName(drink)));
    } catch (IllegalArgumentException notNames) {
      return Optional.empty();
    }
  }

  /** Where its picture is kept: {@code cocktail-pictures/{bar}/{drink}.jpg}, or {@code .png}. */
  public String key(PhotoFormat format) {
    return "%s/%s/%s.%s"
        .formatted(
            FOLDER,
            ObjectKeys.segment(bar.value()),
            ObjectKeys.segment(name.value()),
            format.extension());
  }

  private static String withoutExtension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }
}
