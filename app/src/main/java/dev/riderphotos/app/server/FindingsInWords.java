package dev.riderphotos.app.server;

import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.FindAgain.Found;
import dev.riderphotos.migration.ProveMigration.Findings;
import java.util.ArrayList;
import java.util.List;

/** What a proof finds that somebody should look at, as sentences; the first hundred. */
final class FindingsInWords implements Findings {
  private static final int MOST = 100;

  private final List<String> sentences = new ArrayList<>();
  private int more;

  @Override
  public void fault(String sentence) {
    add(sentence + ".");
  }

  @Override
  public void addedSince(long faces) {
    if (faces > 0) {
      add("%,d faces were added since, and follow before the switch.".formatted(faces));
    }
  }

  @Override
  public void searched(FaceRow row, Found found) {
    switch (found) {
      case ITSELF -> {}
      case ANOTHER -> add("The face %s found somebody else.".formatted(row.provided().id()));
      case NOBODY -> add("The face %s found nobody.".formatted(row.provided().id()));
    }
  }

  @Override
  public void duplicate(FaceRow one, FaceRow other, double similarity) {
    add(
        "%s and %s may be one person: the new model takes them for %.1f of 100 alike."
            .formatted(name(one), name(other), similarity));
  }

  /** A line for each, of which the first is empty. */
  synchronized String text() {
    StringBuilder text = new StringBuilder();
    sentences.forEach(sentence -> text.append(System.lineSeparator()).append(sentence));
    if (more > 0) {
      text.append("%nAnd %,d more.".formatted(more));
    }
    return text.toString();
  }

  private synchronized void add(String sentence) {
    if (sentences.size() < MOST) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  private static String name(FaceRow row) {
    return row.externalImageId() == null
        ? row.provided().id().value()
        : row.externalImageId().name();
  }
}
