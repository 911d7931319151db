package dev.riderphotos.app.command;

import dev.riderphotos.ruler.Lack;
import dev.riderphotos.ruler.Measurement;
import dev.riderphotos.ruler.Measurement.Basis;
import dev.riderphotos.ruler.Measurement.Counts;
import dev.riderphotos.ruler.Measurement.Found;
import dev.riderphotos.ruler.Measurement.GroupFigures;
import dev.riderphotos.ruler.Measurement.GroupRate;
import dev.riderphotos.ruler.Measurement.Limit;
import dev.riderphotos.ruler.Measurement.Misses;
import dev.riderphotos.ruler.Measurement.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people read about a measurement, on a terminal. */
final class MeasurementText {
  private MeasurementText() {}

  static String of(Measurement measurement) {
    List<String> lines = new ArrayList<>();
    lines.add(measurement.model());
    lines.add(counts(measurement.counts()));
    measurement.rates().forEach(rate -> lines.add(rate(rate)));
    measurement.misses().forEach(misses -> lines.add(misses(misses)));
    measurement.groups().forEach(group -> lines.addAll(group(group)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String counts(Counts counts) {
    return english(
        "  %,d people, %,d photos: %,d pairs of one person, %,d of strangers%s",
        counts.people(),
        counts.photos(),
        counts.genuinePairs(),
        counts.impostorPairs(),
        counts.samePicturePairs() == 0
            ? ""
            : english(", %,d of the same picture left out", counts.samePicturePairs()));
  }

  private static String rate(Rate rate) {
    Found found = rate.found();
    String what = "  TAR at FAR %s".formatted(percent(rate.far()));
    return found == null
        ? what + ": " + lack(rate.lack())
        : english(
            "%s: %s (90 %% interval %s to %s), at distance %.3f",
            what,
            percent(found.tar()),
            percent(found.interval().low()),
            percent(found.interval().high()),
            found.distance());
  }

  private static String misses(Misses misses) {
    Limit limit = misses.limit();
    String what =
        english(
            "  Missed among %,d, with %s of newcomers refused",
            misses.registered(), percent(misses.falseAlarms()));
    return limit == null
        ? what + ": " + lack(misses.lack())
        : english(
            "%s: %s, at distance %.3f%s",
            what,
            percent(limit.missed()),
            limit.distance(),
            limit.basis() == Basis.EXTRAPOLATED ? " (extrapolated)" : "");
  }

  private static List<String> group(GroupFigures group) {
    List<String> lines = new ArrayList<>();
    lines.add(
        english(
            "  Group %s: %,d people, %,d pairs of one person, %,d of strangers",
            group.group(), group.people(), group.genuinePairs(), group.impostorPairs()));
    group.rates().forEach(rate -> lines.add(groupRate(rate)));
    return lines;
  }

  private static String groupRate(GroupRate rate) {
    return "    where all have FAR %s: FAR %s, TAR %s"
        .formatted(
            percent(rate.pooledFar()),
            rate.far() == null || rate.ratio() == null
                ? "unknown, there are too few pairs"
                : english("%s (%.1f times)", percent(rate.far()), rate.ratio()),
            rate.tar() == null ? "unknown, there are too few people" : percent(rate.tar()));
  }

  private static String lack(@Nullable Lack lack) {
    return lack == null ? "nothing can be said." : lack.sentence();
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return percent == 0 || percent >= 1
        ? english("%.1f %%", percent).replace(".0 ", " ")
        : english("%.2g %%", percent);
  }

  private static String english(String format, Object... values) {
    return String.format(Locale.ENGLISH, format, values);
  }
}
