package dev.riderphotos.execution;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reason as riders are told it in their language, on pages and in mails. (The API tells {@link
 * Reason#message}, which is the reference's own where it has one.)
 *
 * @param key of the sentence
 * @param value which stands in it, or nothing
 */
public record ReasonSentence(String key, String value) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  public static ReasonSentence of(Reason reason) {
    String key = "reason." + reason.code();
    if (reason.code() != ReasonCode.FACE_COUNT) {
      return new ReasonSentence(key, "");
    }
    Matcher faces = NUMBER.matcher(reason.message());
    String count = faces.find() ? faces.group() : "0";
    return new ReasonSentence(count.equals("0") ? key + ".none" : key, count);
  }

  public String in(Language language) {
    return Sentences.in(language).say(key, value);
  }

  /** What the rider can do about it. */
  public static String advice(Reason reason, Language language) {
    return Sentences.in(language).say("advice." + reason.code());
  }
}
