package dev.riderphotos.rider;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The mail about a photo that was not taken: the same words, whatever brings it to the rider.
 *
 * @param text for those who read no HTML
 */
public record RefusalMail(String subject, String text, String html) {
  private static final String SUBJECT = "Your photo was not accepted";

  public static RefusalMail of(Notification notification) {
    return new RefusalMail(SUBJECT, text(notification), html(notification));
  }

  private static String text(Notification notification) {
    return """
    Hello %s,

    we could not accept your photo: %s

    %s

    %s
    """
        .formatted(
            notification.rider(),
            notification.message().strip(),
            lines(notification, advice -> "- " + advice),
            notification.title());
  }

  private static String html(Notification notification) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body style="font-family: sans-serif">
    <p>Hello %s,</p>
    <p>we could not accept your photo: <strong>%s</strong></p>
    <ul>
    %s
    </ul>
    <p style="color: #666">%s</p>
    </body>
    </html>
    """
        .formatted(
            SUBJECT,
            escaped(notification.rider().value()),
            escaped(notification.message().strip()),
            lines(notification, advice -> "<li>" + escaped(advice) + "</li>"),
            escaped(notification.title()));
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
}
