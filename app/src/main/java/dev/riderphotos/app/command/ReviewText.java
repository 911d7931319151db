package dev.riderphotos.app.command;

import dev.riderphotos.web.review.ReviewAnswer;
import dev.riderphotos.web.review.ReviewAnswer.DecisionAnswer;
import dev.riderphotos.web.review.ReviewAnswer.PartyAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A case as the shell tells of it. */
final class ReviewText {
  private ReviewText() {}

  static String of(ReviewAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(answer.state() + "  " + answer.kind() + "  " + riders(answer));
    lines.add("  case      " + answer.id());
    lines.add("  opened    " + answer.openedAt());
    if (answer.similarity() != null) {
      lines.add("  alike     " + alike(answer.similarity()) + " of 100");
    }
    if (answer.appeal() != null) {
      lines.add("  refused   " + answer.appeal().reason());
      lines.add("  words     " + answer.appeal().words());
    }
    if (answer.changed()) {
      lines.add("  changed   since it was decided; nothing was done");
    }
    if (answer.opinions() > 0 && answer.decision() == null) {
      lines.add("  noted     " + answer.opinions() + " decided; another is to agree");
    }
    addDecision(answer, lines);
    if (answer.version() != null) {
      lines.add("  version   " + answer.version());
      lines.add(
          "  decide    "
              + answer.decisions().stream()
                  .map(name -> name.toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void addDecision(ReviewAnswer answer, List<String> lines) {
    DecisionAnswer decision = answer.decision();
    if (decision != null) {
      lines.add(
          "  decided   "
              + decision.decision()
              + (decision.withdraw() == null
                  ? ""
                  : ", the " + lower(decision.withdraw()) + " goes"));
    }
    if ("DECIDED".equals(answer.state()) && answer.due() != null) {
      lines.add("  undo      until " + answer.due());
    }
    if (answer.outcome() != null) {
      lines.add("  ended     " + answer.outcome() + "  " + answer.closedAt());
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static String riders(ReviewAnswer answer) {
    String rider = answer.rider().riderId();
    @Nullable PartyAnswer other = answer.other();
    return other == null || other.riderId().equals(rider) ? rider : rider + " / " + other.riderId();
  }

  static String alike(double similarity) {
    return String.format(Locale.ROOT, "%.1f", similarity);
  }
}
