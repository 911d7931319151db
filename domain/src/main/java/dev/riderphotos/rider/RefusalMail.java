package dev.riderphotos.rider;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mail about a photo that was not taken: the same words, whatever brings it to the rider.
 *
 * @param text for those who read no HTML
 */
public record RefusalMail(String subject, String text, String html) {
  private static final String SUBJECT = "Please send another photo";
  private static final int REFERENCE = 8;

  /**
   * @param footer what the mails of this server end with
   */
  static RefusalMail of(Notification notification, Footer footer) {
    return new RefusalMail(SUBJECT, text(notification, footer), html(notification, footer));
  }

  /**
   * What mails of a server end with.
   *
   * @param page where a rider can try again, if that is known
   * @param contact who answers questions, if that is known
   */
  public record Footer(@Nullable String page, @Nullable String contact) {
    /** Neither is known. */
    public static final Footer NONE = new Footer(null, null);

    /** The mail for this notification. */
    public RefusalMail mail(Notification notification) {
      return RefusalMail.of(notification, this);
    }
  }

  private static String text(Notification notification, Footer footer) {
    return """
    Hello %s,

    we can't use your photo yet: %s

    %s

    %s
    """
        .formatted(
            notification.rider(),
            notification.message().strip(),
            lines(notification.advice(), advice -> "- " + advice),
            lines(ending(notification, footer), UnaryOperator.identity()));
  }

  private static String html(Notification notification, Footer footer) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body style="font-family: sans-serif">
    <p>Hello %s,</p>
    <p>we can't use your photo yet: <strong>%s</strong></p>
    <ul>
    %s
    </ul>
    %s
    </body>
    </html>
    """
        .formatted(
            SUBJECT,
            escaped(notification.rider().value()),
            escaped(notification.message().strip()),
            lines(notification.advice(), advice -> "<li>" + escaped(advice) + "</li>"),
            lines(ending(notification, footer), line -> "<p>" + escaped(line) + "</p>"));
  }

  private static List<String> ending(Notification notification, Footer footer) {
    List<String> ending = new ArrayList<>();
    ending.add(
        footer.page() == null
            ? "To try again, open your link once more."
            : "To try again, open your link once more, or go to " + footer.page());
    if (footer.contact() != null) {
      ending.add("Questions? Write to " + footer.contact());
    }
    String id = notification.id();
    ending.add("Reference: " + id.substring(0, Math.min(REFERENCE, id.length())));
    return ending;
  }

  private static String lines(List<String> lines, UnaryOperator<String> line) {
    return lines.stream().map(line).collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
