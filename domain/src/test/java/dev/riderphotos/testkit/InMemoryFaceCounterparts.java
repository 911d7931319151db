package dev.riderphotos.testkit;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what was paired as long as it lives. */
public final class InMemoryFaceCounterparts implements FaceCounterparts {
  private final Map<FaceId, List<Counterpart>> groups = new HashMap<>();

  @Override
  public synchronized void pair(CollectionId one, FaceId face, CollectionId other, FaceId same) {
    if (one.equals(other)) {
      throw new IllegalArgumentException("Both faces are in one collection");
    }
    List<Counterpart> group = new ArrayList<>(of(face));
    group.addAll(of(same));
    List<Counterpart> meant = List.of(new Counterpart(one, face), new Counterpart(other, same));
    List<Counterpart> all =
        new ArrayList<>(group.stream().distinct().filter(each -> !meant.contains(each)).toList());
    all.addAll(meant);
    all.forEach(each -> groups.put(each.face(), all));
  }

  @Override
  public synchronized void pair(CollectionId one, CollectionId other, Map<FaceId, FaceId> faces) {
    faces.forEach((face, same) -> pair(one, face, other, same));
  }

  @Override
  public synchronized Optional<FaceId> in(CollectionId collection, FaceId face) {
    return of(face).reversed().stream()
        .filter(each -> each.collection().equals(collection))
        .map(Counterpart::face)
        .findFirst();
  }

  @Override
  public synchronized Map<FaceId, FaceId> in(CollectionId collection, Collection<FaceId> faces) {
    Map<FaceId, FaceId> answers = new HashMap<>();
    faces.forEach(face -> in(collection, face).ifPresent(there -> answers.put(face, there)));
    return answers;
  }

  @Override
  public synchronized List<Counterpart> of(FaceId face) {
    return List.copyOf(groups.getOrDefault(face, List.of()));
  }

  @Override
  public synchronized Map<FaceId, List<Counterpart>> of(Collection<FaceId> faces) {
    Map<FaceId, List<Counterpart>> known = new HashMap<>(groups);
    known.keySet().retainAll(Set.copyOf(faces));
    return known;
  }

  @Override
  public synchronized void part(FaceId face) {
    List<Counterpart> others = new ArrayList<>(of(face));
    others.removeIf(each -> each.face().equals(face));
    forget(face);
    if (others.size() > 1) {
      others.forEach(each -> groups.put(each.face(), others));
    }
  }

  @Override
  public synchronized void forget(FaceId face) {
    of(face).forEach(each -> groups.remove(each.face()));
  }
}
