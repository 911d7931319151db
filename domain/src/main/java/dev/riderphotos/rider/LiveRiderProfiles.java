package dev.riderphotos.rider;

import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.LiveFaces;
import dev.riderphotos.face.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Profiles whose faces are those of the live collection, though their rows name them as they were
 * called when they were registered: to move the faces, no row has to be written.
 */
public final class LiveRiderProfiles implements RiderProfiles {
  private final RiderProfiles rows;
  private final LiveFaces faces;

  public LiveRiderProfiles(
      RiderProfiles rows, LiveCollections live, FaceCounterparts counterparts) {
    this.rows = rows;
    this.faces = new LiveFaces(Role.RIDERS, live, counterparts);
  }

  @Override
  public Optional<RiderProfile> find(RiderId rider) {
    return rows.find(rider).map(this::present);
  }

  @Override
  public Optional<RiderProfile> replace(@Nullable RiderProfile expected, RiderProfile next) {
    Optional<RiderProfile> row = rows.find(next.rider());
    if (row.isPresent() && same(row.get(), next)) {
      return Optional.of(next);
    }
    if (!matches(row, expected)) {
      return row.map(this::present);
    }
    Optional<RiderProfile> written = rows.replace(row.orElse(null), next);
    return written.equals(Optional.of(next)) ? written : written.map(this::present);
  }

  @Override
  public void delete(RiderProfile profile) {
    rows.find(profile.rider()).filter(row -> same(row, profile)).ifPresent(rows::delete);
  }

  @Override
  public List<RiderId> riders(@Nullable RiderId after, int limit) {
    return rows.riders(after, limit);
  }

  private boolean matches(Optional<RiderProfile> row, @Nullable RiderProfile expected) {
    return expected == null
        ? row.isEmpty()
        : row.filter(there -> same(there, expected)).isPresent();
  }

  /** Whether both are one profile, whatever its face was called when each was read. */
  private boolean same(RiderProfile one, RiderProfile other) {
    return one.equals(other) || present(one).equals(present(other));
  }

  private RiderProfile present(RiderProfile row) {
    return row.with(faces.present(row.face()));
  }
}
