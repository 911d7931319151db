package dev.riderphotos.migration;

import java.util.Arrays;

/**
 * The assignment of rows to columns with the greatest sum, by the Hungarian method with potentials
 * (Kuhn 1955, Munkres 1957, in the form of Jonker and Volgenant 1987): n² · m steps.
 */
final class Assignment {
  private final double[][] cost;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOf;
  private final int[] before;

  private Assignment(double[][] gain, int columns) {
    int rows = gain.length;
    this.columns = Math.max(rows, columns); // columns that gain nothing stand for no partner
    this.cost = new double[rows][this.columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        cost[i][j] = -gain[i][j];
      }
    }
    this.rowPotential = new double[rows + 1];
    this.columnPotential = new double[this.columns + 1];
    this.rowOf = new int[this.columns + 1];
    this.before = new int[this.columns + 1];
  }

  /**
   * For each row its column, or {@link BoxMatching#NONE}.
   *
   * @param gain of each row with each column, none below 0
   */
  static int[] greatest(double[][] gain, int columns) {
    Assignment assignment = new Assignment(gain, columns);
    for (int row = 1; row <= gain.length; row++) {
      assignment.add(row);
    }
    return assignment.columnOfRows(columns);
  }

  /** Finds a place for another row, moving those that have one along the cheapest path. */
  private void add(int row) {
    double[] least = new double[columns + 1];
    boolean[] seen = new boolean[columns + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    rowOf[0] = row;
    int column = 0;
    do {
      column = step(column, least, seen);
    } while (rowOf[column] != 0);
    while (column != 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
  }

  private int step(int from, double[] least, boolean[] seen) {
    seen[from] = true;
    int next = 0;
    double delta = Double.POSITIVE_INFINITY;
    for (int column = 1; column <= columns; column++) {
      if (seen[column]) {
        continue;
      }
      double reduced = reduced(rowOf[from], column);
      if (reduced < least[column]) {
        least[column] = reduced;
        before[column] = from;
      }
      if (least[column] < delta) {
        delta = least[column];
        next = column;
      }
    }
    shift(delta, least, seen);
    return next;
  }

  private double reduced(int row, int column) {
    return cost[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
  }

  private void shift(double delta, double[] least, boolean[] seen) {
    for (int column = 0; column <= columns; column++) {
      if (seen[column]) {
        rowPotential[rowOf[column]] += delta;
        columnPotential[column] -= delta;
      } else {
        least[column] -= delta;
      }
    }
  }

  private int[] columnOfRows(int real) {
    int[] columnOf = new int[cost.length];
    Arrays.fill(columnOf, BoxMatching.NONE);
    for (int column = 1; column <= real; column++) {
      if (rowOf[column] != 0) {
        columnOf[rowOf[column] - 1] = column - 1;
      }
    }
    return columnOf;
  }
}
