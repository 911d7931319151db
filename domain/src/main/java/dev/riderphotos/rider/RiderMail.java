package dev.riderphotos.rider;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mail to a rider: the same words, whatever brings it there, in the rider's language.
 *
 * @param text for those who read no HTML
 */
public record RiderMail(String subject, String text, String html) {
  private static final int REFERENCE = 8;

  /** Stands for the message until the sentence around it is markup. */
  private static final String MESSAGE = "\u0000";

  /**
   * @param footer what the mails of this server end with
   */
  static RiderMail of(Notification notification, Footer footer) {
    return switch (notification) {
      case Refusal refusal ->
          new RiderMail(
              Sentences.in(refusal.language()).say("mail.subject"),
              text(refusal, footer),
              html(refusal, footer));
      case NewLink link ->
          new RiderMail(
              Sentences.in(link.language()).say("mail.link.subject"),
              text(link, footer),
              html(link, footer));
      case Reviewed word ->
          new RiderMail(
              Sentences.in(word.language()).say("mail.reviewed.subject"),
              text(word, footer),
              html(word, footer));
      case LongAway word ->
          new RiderMail(
              Sentences.in(word.language()).say("mail.away.subject"),
              text(word, footer),
              html(word, footer));
    };
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
    public RiderMail mail(Notification notification) {
      return RiderMail.of(notification, this);
    }
  }

  private static String text(Refusal notification, Footer footer) {
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

  private static String html(Refusal notification, Footer footer) {
    Language language = notification.language();
    Sentences sentences = Sentences.in(language);
    String message = "<strong>" + escaped(notification.message().strip()) + "</strong>";
    String body =
        """
        <p>%s</p>
        <p>%s</p>
        <ul>
        %s
        </ul>
        %s"""
            .formatted(
                escaped(sentences.say("mail.hello", notification.rider())),
                escaped(sentences.say("mail.problem", MESSAGE)).replace(MESSAGE, message),
                lines(notification.advice(), advice -> "<li>" + escaped(advice) + "</li>"),
                lines(ending(notification, footer), RiderMail::paragraph));
    return page(language, sentences.say("mail.subject"), body);
  }

  private static String text(NewLink link, Footer footer) {
    Sentences sentences = Sentences.in(link.language());
    return """
    %s

    %s
    %s

    %s
    """
        .formatted(
            sentences.say("mail.hello", link.rider()),
            sentences.say("mail.link.here"),
            link.address(),
            lines(linkEnding(sentences, footer), UnaryOperator.identity()));
  }

  private static String html(NewLink link, Footer footer) {
    Sentences sentences = Sentences.in(link.language());
    String address = escaped(link.address());
    String body =
        """
        <p>%s</p>
        <p>%s<br>
        <a href="%s" dir="ltr">%s</a></p>
        %s"""
            .formatted(
                escaped(sentences.say("mail.hello", link.rider())),
                escaped(sentences.say("mail.link.here")),
                address,
                address,
                lines(linkEnding(sentences, footer), RiderMail::paragraph));
    return page(link.language(), sentences.say("mail.link.subject"), body);
  }

  private static String text(Reviewed word, Footer footer) {
    Sentences sentences = Sentences.in(word.language());
    return """
    %s

    %s
    %s

    %s
    """
        .formatted(
            sentences.say("mail.hello", word.rider()),
            word.message(),
            lines(word.advice(), UnaryOperator.identity()),
            lines(ask(sentences, footer).toList(), UnaryOperator.identity()));
  }

  private static String html(Reviewed word, Footer footer) {
    Sentences sentences = Sentences.in(word.language());
    String body =
        """
        <p>%s</p>
        <p><strong>%s</strong></p>
        %s
        %s"""
            .formatted(
                escaped(sentences.say("mail.hello", word.rider())),
                escaped(word.message()),
                lines(word.advice(), RiderMail::paragraph),
                lines(ask(sentences, footer).toList(), RiderMail::paragraph));
    return page(word.language(), sentences.say("mail.reviewed.subject"), body);
  }

  private static String text(LongAway word, Footer footer) {
    Sentences sentences = Sentences.in(word.language());
    return """
    %s

    %s

    %s
    """
        .formatted(
            sentences.say("mail.hello", word.rider()),
            away(word, sentences),
            lines(awayEnding(sentences, footer), UnaryOperator.identity()));
  }

  private static String html(LongAway word, Footer footer) {
    Sentences sentences = Sentences.in(word.language());
    String body =
        """
        <p>%s</p>
        <p>%s</p>
        %s"""
            .formatted(
                escaped(sentences.say("mail.hello", word.rider())),
                escaped(away(word, sentences)),
                lines(awayEnding(sentences, footer), RiderMail::paragraph));
    return page(word.language(), sentences.say("mail.away.subject"), body);
  }

  private static String away(LongAway word, Sentences sentences) {
    return sentences.say("mail.away", word.seenOn(), word.goesOn());
  }

  private static List<String> awayEnding(Sentences sentences, Footer footer) {
    String stay =
        footer.page() == null
            ? sentences.say("mail.away.stay")
            : sentences.say("mail.away.stay.page", footer.page());
    return Stream.concat(Stream.of(stay), ask(sentences, footer)).toList();
  }

  private static List<String> linkEnding(Sentences sentences, Footer footer) {
    return Stream.concat(Stream.of(sentences.say("mail.link.yours")), ask(sentences, footer))
        .toList();
  }

  private static String page(Language language, String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="%s" dir="%s">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body style="font-family: sans-serif">
    %s
    </body>
    </html>
    """
        .formatted(language.tag(), language.direction(), escaped(title), body);
  }

  private static String paragraph(String line) {
    return "<p>" + escaped(line) + "</p>";
  }

  private static List<String> ending(Refusal notification, Footer footer) {
    Sentences sentences = Sentences.in(notification.language());
    List<String> ending = new ArrayList<>();
    ending.add(
        footer.page() == null
            ? sentences.say("mail.again")
            : sentences.say("mail.again.page", footer.page()));
    ask(sentences, footer).forEach(ending::add);
    String id = notification.id();
    ending.add(sentences.say("mail.reference", id.substring(0, Math.min(REFERENCE, id.length()))));
    return ending;
  }

  private static Stream<String> ask(Sentences sentences, Footer footer) {
    String contact = footer.contact();
    if (contact == null) {
      return Stream.empty();
    }
    String key = contact.startsWith("http") ? "mail.ask.page" : "mail.ask";
    return Stream.of(sentences.say(key, contact));
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
