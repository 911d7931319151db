package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.documents.ReviewJson;
import dev.riderphotos.review.Judgement;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.rider.RiderId;
import java.util.List;

/** Judgements as rows: one for each rider whom it is about. */
public final class SqliteJudgements implements Judgements {
  private static final String ADD =
      "insert or ignore into judgement (rider, name, document) values (?, ?, ?)";
  private static final String REMOVE = "delete from judgement where name = ?";
  private static final String OF = "select document from judgement where rider = ?";
  private static final String FORGET =
      "delete from judgement where name in (select name from judgement where rider = ?)";

  private final Database database;

  public SqliteJudgements(Database database) {
    this.database = database;
  }

  @Override
  public void add(Judgement judgement) {
    int _ =
        database.write(
            "note a judgement",
            connection -> {
              int rows = 0;
              for (RiderId rider : judgement.riders()) {
                rows +=
                    Statements.change(
                        connection,
                        ADD,
                        rider.value(),
                        judgement.key(),
                        ReviewJson.write(judgement));
              }
              return rows;
            });
  }

  @Override
  public void remove(Judgement judgement) {
    int _ =
        database.write(
            "take a judgement back",
            connection -> Statements.change(connection, REMOVE, judgement.key()));
  }

  @Override
  public List<Judgement> of(RiderId rider) {
    return database.read(
        "read what was judged",
        connection ->
            Statements.query(
                connection, OF, row -> ReviewJson.readJudgement(row.getString(1)), rider.value()));
  }

  @Override
  public void forget(RiderId rider) {
    int _ =
        database.write(
            "forget what was judged",
            connection -> Statements.change(connection, FORGET, rider.value()));
  }
}
