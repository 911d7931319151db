package dev.riderphotos.ruler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compares all photos of a run with each other. */
public final class Ruler {
  private static final int MOST_THREADS = 2;

  private Ruler() {}

  /**
   * Compares each photo with each other one, on two threads where the machine has as many. Takes
   * some 90 ns of a processor for a pair of 128 numbers (100,000 photos: five to ten minutes);
   * memory hardly depends on the number of photos. The same photos give the same result, whatever
   * the order in which they were added.
   *
   * @param progress is told pairs
   * @throws IllegalArgumentException if there are not two photos
   * @throws CancellationException if the thread was interrupted, or progress threw one; the photos
   *     are still there
   */
  public static Comparison compare(Photos photos, Groups groups, Progress progress)
      throws IOException {
    try (DescriptorFile described = photos.described()) {
      if (described.photos() < 2) {
        throw new IllegalArgumentException(
            "There is nothing to compare: a face was described on "
                + (described.photos() == 0 ? "no photo" : "1 photo"));
      }
      People people = People.of(described, groups);
      Pairs pairs = new Pairs(described, people, groups.names().size(), progress);
      return new Comparison(
          photos.model(), groups, people, described.photos(), tally(pairs), pairs);
    }
  }

  private static Tally tally(Pairs pairs) {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Tally>> tallies = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tallies.add(executor.submit(pairs::count));
      }
      return sum(tallies, executor);
    }
  }

  private static Tally sum(List<Future<Tally>> tallies, ExecutorService executor) {
    try {
      Tally sum = tallies.getFirst().get();
      for (Future<Tally> other : tallies.subList(1, tallies.size())) {
        sum.add(other.get());
      }
      return sum;
    } catch (InterruptedException _) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
      throw new CancellationException("Comparing was interrupted");
    } catch (ExecutionException e) {
      executor.shutdownNow();
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      throw new IllegalStateException("Comparing went wrong", e.getCause());
    }
  }
}
