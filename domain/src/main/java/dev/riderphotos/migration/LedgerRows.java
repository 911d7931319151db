package dev.riderphotos.migration;

import dev.riderphotos.face.FaceId;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a ledger one after the other, in the order of the old face ids; no more than a page
 * of them is held.
 */
public final class LedgerRows implements Iterable<FaceRow> {
  private static final int PAGE = 1000;

  private final MigrationLedger ledger;
  private final MigrationId id;
  private final @Nullable Outcome outcome;

  /**
   * Reads nothing yet.
   *
   * @param outcome only of this; {@code null} for all
   */
  public LedgerRows(MigrationLedger ledger, MigrationId id, @Nullable Outcome outcome) {
    this.ledger = ledger;
    this.id = id;
    this.outcome = outcome;
  }

  @Override
  public Iterator<FaceRow> iterator() {
    return new Pages();
  }

  private final class Pages implements Iterator<FaceRow> {
    private List<FaceRow> page = read(null);
    private int next;

    @Override
    public boolean hasNext() {
      if (next == page.size() && page.size() == PAGE) {
        page = read(page.getLast().provided().id());
        next = 0;
      }
      return next < page.size();
    }

    @Override
    public FaceRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.get(next++);
    }

    private List<FaceRow> read(@Nullable FaceId after) {
      return ledger.rows(id, outcome, after, PAGE);
    }
  }
}
