package dev.riderphotos.extraction;

import java.util.UUID;

/** Names a crop: the first, second … of its chain. */
public record CropId(ChainId chain, UUID value) {
  private static final String IMAGE = ".png";
  private static final String DOCUMENT = ".metadata.json";

  static CropId of(ChainId chain, int index) {
    String place = chain.folder() + index;
    return new CropId(chain, Uuids.custom(Digests.of(place), Digests.of(place, "")));
  }

  /**
   * The id that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is not a UUID in its usual form
   */
  public static CropId of(ChainId chain, String text) {
    return new CropId(chain, Uuids.parse(text));
  }

  /** Where the PNG is kept. */
  public String image() {
    return chain.folder() + value + IMAGE;
  }

  /** Where the CloudEvents document is kept that tells of it. */
  public String document() {
    return image() + DOCUMENT;
  }

  static boolean isImage(String name) {
    return name.endsWith(IMAGE);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
