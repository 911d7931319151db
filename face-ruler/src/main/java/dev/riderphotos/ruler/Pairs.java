package dev.riderphotos.ruler;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** All pairs of photos, tile against tile. */
final class Pairs {
  /** Squares are added up in whole numbers, so that the sum does not depend on threads. */
  private static final double SQUARES_UNIT = 1L << 24;

  private final DescriptorFile photos;
  private final People people;
  private final int groups;
  private final double range;
  private final Progress progress;
  private final AtomicInteger nextTile = new AtomicInteger();
  private final AtomicLongArray genuinePairs;
  private final AtomicLongArray genuineSquares;
  private long done;

  Pairs(DescriptorFile photos, People people, int groups, Progress progress) {
    this.photos = photos;
    this.people = people;
    this.groups = groups;
    this.range = Range.of(photos);
    this.progress = progress;
    this.genuinePairs = new AtomicLongArray(people.size());
    this.genuineSquares = new AtomicLongArray(people.size());
  }

  /** Counts what no other thread counts, until nothing is left. */
  Tally count() {
    Tally tally = new Tally(range, photos.photos(), people.size(), groups);
    Tile rows = new Tile(photos.length());
    Tile columns = new Tile(photos.length());
    double[] squares = new double[Tile.capacity(photos.length())];
    int tiles = Math.ceilDiv(photos.photos(), Tile.capacity(photos.length()));
    for (int row = nextTile.getAndIncrement(); row < tiles; row = nextTile.getAndIncrement()) {
      rows.load(row, photos, people);
      for (int column = row; column < tiles; column++) {
        columns.loadAcross(column, photos, people);
        count(rows, columns, squares, tally);
      }
    }
    return tally;
  }

  long genuinePairs(int person) {
    return genuinePairs.get(person);
  }

  /** The mean of the squared distances of a person's genuine pairs. */
  double meanSquare(int person) {
    return genuineSquares.get(person) / SQUARES_UNIT / genuinePairs.get(person);
  }

  private void count(Tile rows, Tile columns, double[] squares, Tally tally) {
    long pairs = 0;
    for (int i = 0; i < rows.size(); i++) {
      columns.squaredDistances(rows, i, squares);
      int from = rows.first() == columns.first() ? i + 1 : 0;
      for (int j = from; j < columns.size(); j++) {
        count(rows, i, columns, j, squares[j], tally);
      }
      pairs += columns.size() - from;
    }
    tell(pairs);
  }

  private void count(Tile rows, int i, Tile columns, int j, double square, Tally tally) {
    if (rows.picture[i] == columns.picture[j]) {
      tally.addSamePicture();
    } else if (rows.person[i] == columns.person[j]) {
      countGenuine(rows.person[i], rows.group[i], square, tally);
    } else {
      countStrangers(rows, i, columns, j, Math.sqrt(square), tally);
    }
  }

  private void countGenuine(int person, int group, double square, Tally tally) {
    genuinePairs.incrementAndGet(person);
    genuineSquares.addAndGet(person, Math.round(square * SQUARES_UNIT));
    tally.addGenuine(person, group, Math.sqrt(square));
  }

  private static void countStrangers(
      Tile rows, int i, Tile columns, int j, double distance, Tally tally) {
    int group = rows.group[i] == columns.group[j] ? rows.group[i] : -1;
    tally.addImpostors(rows.person[i], columns.person[j], group, distance);
    if (columns.registered[j]) {
      tally.meets(rows.first() + i, distance);
    }
    if (rows.registered[i]) {
      tally.meets(columns.first() + j, distance);
    }
  }

  private synchronized void tell(long pairs) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Comparing was interrupted");
    }
    done += pairs;
    if (pairs > 0) {
      progress.done(done, photos.photos() * (photos.photos() - 1L) / 2);
    }
  }
}
