package dev.riderphotos.audit;

import dev.riderphotos.audit.Flaw.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares each entry with the one before it, and the last with the head. */
final class TrailWalk {
  private static final int MOST_FLAWS = 100;

  private final List<Flaw> flaws = new ArrayList<>();
  private final List<AuditEntry> broken = new ArrayList<>();
  private final Set<Long> told = new HashSet<>();
  private AuditPlace place = AuditPlace.START;
  private long entries;

  AuditPlace place() {
    return place;
  }

  long entries() {
    return entries;
  }

  List<Flaw> flaws() {
    return List.copyOf(flaws);
  }

  void step(AuditEntry entry) {
    boolean gap = entry.number() > place.number() + 1;
    if (gap) {
      tell(new Flaw(Kind.MISSING, place.number() + 1, entry.number() - 1));
    }
    if (!entry.isWhole()) {
      tellBroken(entry);
    } else if (!gap && !entry.previous().equals(place.hash())) {
      tellChanged(place.number());
    }
    place = AuditPlace.of(entry);
    entries++;
  }

  void endAt(AuditHead head) {
    AuditPlace settled = head.settled();
    if (place.number() < settled.number()) {
      tell(new Flaw(Kind.TAIL_CUT, place.number() + 1, settled.number()));
    } else if (place.number() == settled.number()) {
      if (!place.equals(settled)) {
        tellChanged(place.number());
      }
    } else if (!place.equals(head.next())) {
      tell(new Flaw(Kind.ADDED, settled.number() + 1, place.number()));
    }
  }

  void endWithoutHead() {
    if (entries > 0) {
      tell(Flaw.at(Kind.HEAD_MISSING, place.number()));
    }
  }

  void endAtForgery() {
    tell(Flaw.at(Kind.HEAD_FORGED, place.number()));
  }

  /** Two that stand at each other's place are whole there. */
  private void tellBroken(AuditEntry entry) {
    Optional<AuditEntry> other =
        broken.stream()
            .filter(each -> each.isWholeAs(entry.number()) && entry.isWholeAs(each.number()))
            .findFirst();
    if (other.isEmpty()) {
      tellChanged(entry.number());
      if (broken.size() < MOST_FLAWS) {
        broken.add(entry);
      }
      return;
    }
    long earlier = other.get().number();
    flaws.replaceAll(
        flaw ->
            flaw.equals(Flaw.at(Kind.CHANGED, earlier))
                ? new Flaw(Kind.SWAPPED, earlier, entry.number())
                : flaw);
    told.add(entry.number());
  }

  /** An entry is changed once, whether it or the next one tells. */
  private void tellChanged(long number) {
    if (told.add(number)) {
      tell(Flaw.at(Kind.CHANGED, number));
    }
  }

  private void tell(Flaw flaw) {
    if (flaws.size() < MOST_FLAWS) {
      flaws.add(flaw);
    }
  }
}
