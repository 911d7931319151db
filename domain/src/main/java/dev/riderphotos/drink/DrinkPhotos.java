package dev.riderphotos.drink;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue: at most one picture of each drink. Writes are atomic and durable when the call
 * returns, reads see the last write, but a bar that is new or gone may be listed a moment late.
 * Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface DrinkPhotos {
  /** The drink of just these names; empty if it is not in the catalogue. */
  Optional<DrinkPhoto> find(Drink drink);

  /**
   * Writes the row if the present one is {@code expected} ({@code null}: none), in one atomic step.
   * Writing what is there already is a success, so the call may be repeated.
   *
   * @return the row that is there after the call: {@code next} if it was written, else the one that
   *     came between, or empty if there is none
   */
  Optional<DrinkPhoto> replace(@Nullable DrinkPhoto expected, DrinkPhoto next);

  /** Deletes the row for good if it still is this one; harmless when it is not. */
  void delete(DrinkPhoto photo);

  /**
   * Bars with at least one drink whose names begin so: by their {@link BarName#folded} names, then
   * by the names themselves, both by code points.
   *
   * @param after the last of the page before, or {@code null} for the first page
   * @param limit at most so many; fewer only if there are no more
   */
  List<BarName> bars(NamePrefix prefix, @Nullable BarName after, int limit);

  /** The bar's drinks whose names begin so, ordered and paged as {@link #bars}. */
  List<DrinkPhoto> drinks(BarName bar, NamePrefix prefix, @Nullable DrinkName after, int limit);
}
