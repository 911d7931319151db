package dev.riderphotos.web.review;

import dev.riderphotos.face.RiderFaces;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * How alike two faces are, beside what would be refused: among as many riders as there are, among
 * few, and among many.
 *
 * @param at how alike, as a share of the ruler, 0 to 100
 */
@Introspected
public record Ruler(double at, List<Limit> limits) {
  private static final long FEW = 10;
  private static final long MANY = 10_000;

  /** What is less alike than this is not drawn to scale. */
  private static final double LEAST = 50;

  /**
   * Among so many riders newcomers are refused who are as alike as this, or more.
   *
   * @param faces how many riders
   * @param similarity for people
   * @param at the same as a share of the ruler, 0 to 100
   * @param present whether there are so many riders
   */
  @Introspected
  public record Limit(String faces, String similarity, double at, boolean present) {}

  static Ruler of(double similarity, RiderFaces collection) {
    long size = Math.max(1, collection.size());
    return new Ruler(
        share(similarity),
        LongStream.of(FEW, size, MANY)
            .distinct()
            .sorted()
            .mapToObj(faces -> limit(faces, collection.duplicateSimilarity(faces), faces == size))
            .toList());
  }

  private static Limit limit(long faces, double similarity, boolean present) {
    return new Limit(
        String.format(Locale.ENGLISH, "%,d", faces),
        String.format(Locale.ROOT, "%.1f", similarity),
        share(similarity),
        present);
  }

  private static double share(double similarity) {
    return Math.clamp((similarity - LEAST) / (100 - LEAST) * 100, 0, 100);
  }
}
