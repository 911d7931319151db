package dev.riderphotos.face;

/**
 * When the faces of two riders are taken for one person's. What it means in the measure of a face
 * model is answered by whoever compares the faces: see {@link RiderFaces}.
 */
public sealed interface DuplicateRule {
  /** The similarity from which on the reference takes two faces for one person's. */
  double REFERENCE_SIMILARITY = 70;

  /**
   * The similarity, above 0, at most 100, for whoever compares on a scale that needs no rule that
   * grows with the collection, as Rekognition does.
   */
  double similarity();

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
  }

  /**
   * The share of honest newcomers that may be refused for resembling one of the faces that are
   * there: the more faces, the stricter the limit.
   *
   * @param rate above 0, below 1
   */
  record FalseAlarms(double rate) implements DuplicateRule {
    public FalseAlarms {
      if (!(rate > 0 && rate < 1)) {
        throw new IllegalArgumentException("A false-alarm rate is above 0 and below 1");
      }
    }

    @Override
    public double similarity() {
      return REFERENCE_SIMILARITY;
    }
  }
}
