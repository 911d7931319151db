package dev.riderphotos.embedded.engine;

/** When two faces of a collection are taken for one person's. */
public sealed interface DuplicateRule {
  /** The largest distance of a duplicate in a collection of so many faces. */
  double maxDistance(int faces);

  /**
   * A fixed similarity, whatever the collection's size. On a large collection it refuses many
   * honest newcomers: see {@link FalseAlarms}.
   *
   * @param similarity above 0, at most 100
   */
  record FixedSimilarity(double similarity) implements DuplicateRule {
    public FixedSimilarity {
      if (!(similarity > 0 && similarity <= 100)) {
        throw new IllegalArgumentException("A duplicate similarity is above 0 and at most 100");
      }
    }

    @Override
    public double maxDistance(int faces) {
      return SimilarityCurve.distance(similarity);
    }
  }

  /**
   * The share of honest newcomers that may be refused for resembling one of the faces that are
   * there. The more faces, the stricter the limit. The limits were measured for a share of one in
   * 100, and are linear in the logarithm of the number of faces between; twice the share is like
   * half the faces.
   *
   * @param rate above 0, below 1
   */
  record FalseAlarms(double rate) implements DuplicateRule {
    private static final double MEASURED_RATE = 0.01;
    private static final double[] LIMITS = {0.55, 0.50, 0.45, 0.40, 0.37, 0.34};

    public FalseAlarms {
      if (!(rate > 0 && rate < 1)) {
        throw new IllegalArgumentException("A false-alarm rate is above 0 and below 1");
      }
    }

    @Override
    public double maxDistance(int faces) {
      double tens = Math.log10(Math.max(1, faces) * MEASURED_RATE / rate) - 1;
      double place = Math.clamp(tens, 0, LIMITS.length - 1);
      int below = Math.min((int) place, LIMITS.length - 2);
      return LIMITS[below] + (place - below) * (LIMITS[below + 1] - LIMITS[below]);
    }
  }
}
