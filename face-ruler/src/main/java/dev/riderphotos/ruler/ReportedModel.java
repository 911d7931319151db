package dev.riderphotos.ruler;

import static dev.riderphotos.ruler.Words.distance;
import static dev.riderphotos.ruler.Words.number;
import static dev.riderphotos.ruler.Words.oneIn;
import static dev.riderphotos.ruler.Words.percent;

import dev.riderphotos.ruler.Measurement.Counts;
import dev.riderphotos.ruler.Measurement.Found;
import dev.riderphotos.ruler.Measurement.GroupFigures;
import dev.riderphotos.ruler.Measurement.GroupRate;
import dev.riderphotos.ruler.Measurement.Limit;
import dev.riderphotos.ruler.Measurement.Misses;
import dev.riderphotos.ruler.Measurement.Rate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page says of one model: sentences, tables and drawings. */
public record ReportedModel(Measurement measurement) {
  private static final String UNKNOWN = "–";

  public String name() {
    return measurement.model();
  }

  public String measured() {
    Counts counts = measurement.counts();
    return "%s photos of %s people, %s of whom have two photos or more. %s pairs of photos show one"
            .formatted(
                number(counts.photos()),
                number(counts.people()),
                number(counts.peopleWithPairs()),
                number(counts.genuinePairs()))
        + " person, %s show two. %s"
            .formatted(number(counts.impostorPairs()), samePicture(counts.samePicturePairs()));
  }

  /** A sentence a rate. */
  public List<String> rates() {
    return measurement.rates().stream().map(ReportedModel::sentence).toList();
  }

  /** A sentence a size and rate. */
  public List<String> misses() {
    return measurement.misses().stream().map(ReportedModel::sentence).toList();
  }

  /** One cell for each column of the page's first table. */
  public List<String> summary() {
    return Stream.concat(
            measurement.rates().stream().map(rate -> tar(rate.found())),
            measurement.misses().stream()
                .filter(misses -> misses.falseAlarms() == Comparison.FALSE_ALARMS.getLast())
                .map(misses -> missed(misses.limit())))
        .toList();
  }

  /** The heads of the cells. */
  public List<String> columns() {
    return Stream.concat(
            measurement.rates().stream().map(rate -> "recognised at " + percent(rate.far())),
            measurement.misses().stream()
                .filter(misses -> misses.falseAlarms() == Comparison.FALSE_ALARMS.getLast())
                .map(misses -> "missed among " + number(misses.registered())))
        .toList();
  }

  public List<GroupLine> groups() {
    return measurement.groups().stream()
        .flatMap(group -> group.rates().stream().map(rate -> GroupLine.of(group, rate)))
        .toList();
  }

  /** People whom the file of groups and the photos do not both have; empty if there are none. */
  public String withoutGroup() {
    Counts counts = measurement.counts();
    return measurement.groups().isEmpty()
            || counts.peopleWithoutGroup() + counts.namedWithoutPhoto() == 0
        ? ""
        : "%s people with photos are in no group, and %s people of a group have no photo."
            .formatted(number(counts.peopleWithoutGroup()), number(counts.namedWithoutPhoto()));
  }

  public List<Plot> plots() {
    return new Plots(measurement).all();
  }

  /** A line of the table of groups. */
  public record GroupLine(
      String group,
      String people,
      String pairs,
      String pooled,
      String far,
      String ratio,
      String tar) {
    static GroupLine of(GroupFigures group, GroupRate rate) {
      return new GroupLine(
          group.group(),
          number(group.people()),
          number(group.impostorPairs()),
          percent(rate.pooledFar()),
          shown(rate.far()),
          rate.ratio() == null ? UNKNOWN : "%.1f ×".formatted(rate.ratio()),
          shown(rate.tar()));
    }
  }

  private static String sentence(Rate rate) {
    Found found = rate.found();
    if (found == null) {
      return "Where %s pairs of strangers are taken for one person: %s"
          .formatted(oneIn(rate.far()), lack(rate.lack()));
    }
    return "%s of pairs of one person are recognised where %s pairs of strangers are taken for one"
            .formatted(percent(found.tar()), oneIn(rate.far()))
        + " person too (distance %s). With other people it might be %s to %s."
            .formatted(
                distance(found.distance()),
                percent(found.interval().low()),
                percent(found.interval().high()));
  }

  private static String sentence(Misses misses) {
    Limit limit = misses.limit();
    String where =
        "among %s registered people, where %s of newcomers are stopped for no reason"
            .formatted(number(misses.registered()), percent(misses.falseAlarms()));
    return limit == null
        ? "%s%s: %s"
            .formatted(
                where.substring(0, 1).toUpperCase(Locale.ENGLISH),
                where.substring(1),
                lack(misses.lack()))
        : "%s of people who come again are missed %s (distance %s). %s"
            .formatted(percent(limit.missed()), where, distance(limit.distance()), basis(limit));
  }

  private static String basis(Limit limit) {
    return switch (limit.basis()) {
      case NEWCOMERS -> "Measured.";
      case PAIRS -> "Measured on pairs, taken for independent.";
      case EXTRAPOLATED -> "Extrapolated, not measured.";
    };
  }

  private static String samePicture(long pairs) {
    return pairs == 0
        ? "No two photos are the same picture."
        : number(pairs) + " pairs were left out, for both photos are the same picture.";
  }

  private static String lack(@Nullable Lack lack) {
    return lack == null ? "" : lack.sentence();
  }

  private static String tar(@Nullable Found found) {
    return found == null ? UNKNOWN : percent(found.tar());
  }

  private static String missed(@Nullable Limit limit) {
    return limit == null ? UNKNOWN : percent(limit.missed()) + mark(limit);
  }

  private static String mark(Limit limit) {
    return limit.basis() == Measurement.Basis.EXTRAPOLATED ? " *" : "";
  }

  private static String shown(@Nullable Double share) {
    return share == null ? UNKNOWN : percent(share);
  }
}
