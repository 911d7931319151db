package dev.riderphotos.aws.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.rider.Notification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mail about a photo that was not taken, from templates with {@code {{names}}} to fill in. */
final class RefusalMail {
  private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");
  private static final String HTML = template("refusal.html");
  private static final String TEXT = template("refusal.txt");

  private RefusalMail() {}

  static String html(Notification notification) {
    return fill(
        HTML,
        Map.of(
            "rider", escaped(notification.rider().value()),
            "message", escaped(notification.message().strip()),
            "title", escaped(notification.title()),
            "advice", lines(notification, advice -> "<li>" + escaped(advice) + "</li>")));
  }

  static String text(Notification notification) {
    return fill(
        TEXT,
        Map.of(
            "rider", notification.rider().value(),
            "message", notification.message().strip(),
            "title", notification.title(),
            "advice", lines(notification, advice -> "- " + advice)));
  }

  /** In one go: what is filled in is not looked at for names again. */
  private static String fill(String template, Map<String, String> values) {
    return NAME.matcher(template)
        .replaceAll(
            name -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(name.group(1)))));
  }

  private static String lines(Notification notification, UnaryOperator<String> line) {
    return notification.advice().stream().map(line).collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String template(String name) {
    try (InputStream in = RefusalMail.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
