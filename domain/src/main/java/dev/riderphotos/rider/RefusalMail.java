package dev.riderphotos.rider;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mail about a photo that was not taken: the same words, whatever brings it to the rider, in
 * the rider's language.
 *
 * @param text for those who read no HTML
 */
public record RefusalMail(String subject, String text, String html) {
  private static final int REFERENCE = 8;

  /** Stands for the message until the sentence around it is markup. */
  private static final String MESSAGE = "\u0000";

  /**
   * @param footer what the mails of this server end with
   */
  static RefusalMail of(Notification notification, Footer footer) {
    String subject = Sentences.in(notification.language()).say("mail.subject");
    return new RefusalMail(subject, text(notification, footer), html(notification, footer));
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
    Sentences sentences = Sentences.in(notification.language());
    return """
    %s

    %s

    %s

    %s
    """
        .formatted(
            sentences.say("mail.hello", notification.rider()),
            sentences.say("mail.problem", notification.message().strip()),
            lines(notification.advice(), advice -> "- " + advice),
            lines(ending(notification, footer), UnaryOperator.identity()));
  }

  private static String html(Notification notification, Footer footer) {
    Language language = notification.language();
    Sentences sentences = Sentences.in(language);
    String message = "<strong>" + escaped(notification.message().strip()) + "</strong>";
    return """
    <!DOCTYPE html>
    <html lang="%s" dir="%s">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body style="font-family: sans-serif">
    <p>%s</p>
    <p>%s</p>
    <ul>
    %s
    </ul>
    %s
    </body>
    </html>
    """
        .formatted(
            language.tag(),
            language.direction(),
            escaped(sentences.say("mail.subject")),
            escaped(sentences.say("mail.hello", notification.rider())),
            escaped(sentences.say("mail.problem", MESSAGE)).replace(MESSAGE, message),
            lines(notification.advice(), advice -> "<li>" + escaped(advice) + "</li>"),
            lines(ending(notification, footer), line -> "<p>" + escaped(line) + "</p>"));
  }

  private static List<String> ending(Notification notification, Footer footer) {
    Sentences sentences = Sentences.in(notification.language());
    List<String> ending = new ArrayList<>();
    ending.add(
        footer.page() == null
            ? sentences.say("mail.again")
            : sentences.say("mail.again.page", footer.page()));
    if (footer.contact() != null) {
      String key = footer.contact().startsWith("http") ? "mail.ask.page" : "mail.ask";
      ending.add(sentences.say(key, footer.contact()));
    }
    String id = notification.id();
    ending.add(sentences.say("mail.reference", id.substring(0, Math.min(REFERENCE, id.length()))));
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
