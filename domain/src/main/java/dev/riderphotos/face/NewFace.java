package dev.riderphotos.face;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A face to be registered.
 *
 * @param image the upload it comes from: registering from the same image again is a retry
 * @param externalImageId whose it is
 * @param mayResembleOwn whether it may be like a face that is registered for the same person
 * @param own the face by which that person is known, under whatever name; {@code null} if there is
 *     none
 * @param ownSimilarity from which similarity on it is like such a face, above 0, at most 100
 * @param exempt faces that people told from it: they never stand in its way, and are never counted
 * @param onePerson whose faces stand in its way from the reference's similarity on, for people
 *     found both to be one person
 */
public record NewFace(
    ImageId image,
    ExternalImageId externalImageId,
    DetectedFace face,
    boolean mayResembleOwn,
    @Nullable FaceId own,
    double ownSimilarity,
    Set<FaceId> exempt,
    Set<ExternalImageId> onePerson) {
  public NewFace {
    exempt = Set.copyOf(exempt);
    onePerson = Set.copyOf(onePerson);
  }

  /** Of somebody who is known by no face. */
  public NewFace(
      ImageId image, ExternalImageId externalImageId, DetectedFace face, boolean mayResembleOwn) {
    this(
        image,
        externalImageId,
        face,
        mayResembleOwn,
        null,
        DuplicateRule.REFERENCE_SIMILARITY,
        Set.of(),
        Set.of());
  }

  /** The same face, of somebody who is known by another. */
  public NewFace beside(@Nullable FaceId known, double similarity) {
    return new NewFace(
        image, externalImageId, face, mayResembleOwn, known, similarity, exempt, onePerson);
  }

  /** The same face, with what people found of it. */
  public NewFace judged(Set<FaceId> toldApart, Set<ExternalImageId> found) {
    return new NewFace(
        image, externalImageId, face, mayResembleOwn, own, ownSimilarity, toldApart, found);
  }

  /** Whether the indexed face is of the same person as the new one is said to be. */
  public boolean isOwn(IndexedFace indexed) {
    return indexed.id().equals(own) || externalImageId.equals(indexed.externalImageId());
  }

  /**
   * Whether this indexed face stands in the way of the new one: another's by the collection's rule,
   * the same person's by comparison of the two.
   */
  public boolean isBarredBy(FaceMatch match) {
    if (match.face().image().equals(image) || exempt.contains(match.face().id())) {
      return false;
    }
    return isOwn(match.face())
        ? !mayResembleOwn && match.similarity() >= ownSimilarity
        : match.duplicate() || isOnePersons(match);
  }

  private boolean isOnePersons(FaceMatch match) {
    ExternalImageId name = match.face().externalImageId();
    return name != null
        && onePerson.contains(name)
        && match.similarity() >= DuplicateRule.REFERENCE_SIMILARITY;
  }

  /** Whether people are to look at both, should they be near enough: somebody else's face. */
  public boolean isToBeCompared(FaceMatch match) {
    return match.similarity() >= DuplicateRule.REFERENCE_SIMILARITY
        && !match.face().image().equals(image)
        && !exempt.contains(match.face().id())
        && !isOwn(match.face());
  }

  /** The least similarity at which a face may stand in the way that is no duplicate by a rule. */
  public double leastBarring() {
    double ofOwn = mayResembleOwn ? 100 : ownSimilarity;
    return onePerson.isEmpty() ? ofOwn : Math.min(ofOwn, DuplicateRule.REFERENCE_SIMILARITY);
  }
}
