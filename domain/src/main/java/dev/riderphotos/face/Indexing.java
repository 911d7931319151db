package dev.riderphotos.face;

import java.util.List;
import java.util.Set;

/**
 * Says which faces of an image are in the collection after it was indexed, and which are not.
 *
 * @param modelVersion the collection's
 * @param indexed now or since an earlier call, the largest first
 * @param unindexed seen, and not in the collection; the largest first
 */
public record Indexing(String modelVersion, List<Indexed> indexed, List<Unindexed> unindexed) {
  public Indexing {
    indexed = List.copyOf(indexed);
    unindexed = List.copyOf(unindexed);
  }

  /** A face that is in the collection. */
  public record Indexed(IndexedFace face, SeenFace seen) {}

  /** A face that is not, and everything that is against it. */
  public record Unindexed(SeenFace seen, Set<UnindexedReason> reasons) {
    public Unindexed {
      reasons = Set.copyOf(reasons);
    }
  }
}
