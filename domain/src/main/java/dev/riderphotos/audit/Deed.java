package dev.riderphotos.audit;

import dev.riderphotos.rider.RiderId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is about to be done or shown.
 *
 * @param about the id of a case, execution, face, key, link, migration or event; never what names a
 *     rider, as object keys do
 * @param detail more of what is done, in a word; no text that somebody wrote
 * @param riders whom it concerns; entries hold their keyed hashes alone
 */
public record Deed(Act act, @Nullable String about, @Nullable String detail, List<RiderId> riders) {
  public Deed {
    riders = List.copyOf(riders);
  }

  public static Deed of(Act act) {
    return new Deed(act, null, null, List.of());
  }

  public static Deed of(Act act, @Nullable String about) {
    return new Deed(act, about, null, List.of());
  }

  public static Deed of(Act act, RiderId rider) {
    return new Deed(act, null, null, List.of(rider));
  }

  public Deed saying(@Nullable String word) {
    return new Deed(act, about, word, riders);
  }

  public Deed concerning(Collection<RiderId> whom) {
    return new Deed(act, about, detail, List.copyOf(whom));
  }
}
