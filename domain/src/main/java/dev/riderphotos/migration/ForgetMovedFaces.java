package dev.riderphotos.migration;

import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceCounterparts.Counterpart;
import dev.riderphotos.face.FaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Forgets an erased face in all migrations, those that are over too: its rows, dead letters among
 * them, and its faces in the new collections. What remains is one in the count of withdrawn faces.
 */
public final class ForgetMovedFaces {
  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final WithdrawFace withdrawal;
  private final FaceCounterparts counterparts;

  public ForgetMovedFaces(
      Migrations migrations,
      MigrationLedger ledger,
      WithdrawFace withdrawal,
      FaceCounterparts counterparts) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.withdrawal = withdrawal;
    this.counterparts = counterparts;
  }

  /**
   * To be called while it is still known what else the face is called. May be repeated.
   *
   * @return how many rows there were
   */
  public int forget(FaceId face) {
    List<Row> rows = rowsOf(face);
    rows.forEach(row -> withdrawal.withdraw(row.migration(), row.provided()));
    return rows.size();
  }

  /** How many rows {@link #forget} would find now. */
  public int foresee(FaceId face) {
    return rowsOf(face).size();
  }

  /** What else the face is called, or was, and its own id: as long as it is not forgotten. */
  public Set<FaceId> names(FaceId face) {
    Set<FaceId> names = new HashSet<>(Set.of(face));
    counterparts.of(face).stream().map(Counterpart::face).forEach(names::add);
    return names;
  }

  private record Row(Migration migration, FaceId provided) {}

  private List<Row> rowsOf(FaceId face) {
    Set<FaceId> names = names(face);
    List<Row> rows = new ArrayList<>();
    for (Migration migration : migrations.all()) {
      add(rows, migration, names);
      if (migration.from() != null) {
        add(rows, migration.back(), names);
      }
    }
    return rows;
  }

  private void add(List<Row> rows, Migration migration, Set<FaceId> names) {
    Set<FaceId> provided = new HashSet<>(ledger.provided(migration.id(), names));
    names.stream()
        .flatMap(name -> ledger.rowsOf(migration.id(), name).stream())
        .map(row -> row.provided().id())
        .forEach(provided::add);
    provided.forEach(each -> rows.add(new Row(migration, each)));
  }
}
