package dev.riderphotos.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What riders agree to, with its terms: who keeps the photo, whom to ask, and where the policy is.
 *
 * @param paragraphs plain text; the lines of one may be broken
 */
public record ConsentText(Language language, List<String> paragraphs) {
  private static final int VERSION_BYTES = 8;

  public ConsentText {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The text that the product comes with; of other terms it is another text. */
  public static ConsentText shipped(Language language, Terms terms, Contact contact) {
    Sentences sentences = Sentences.in(language);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(sentences.say("consent.what"));
    paragraphs.add(sentences.say("consent.why"));
    paragraphs.add(sentences.say("consent.how-long"));
    paragraphs.addAll(terms.sentences(language));
    paragraphs.add(sentences.say("consent.withdraw"));
    return new ConsentText(language, with(paragraphs, contact, sentences));
  }

  /**
   * An operator's own text.
   *
   * @param text plain; empty lines separate paragraphs
   */
  public static ConsentText own(Language language, String text, Contact contact) {
    List<String> paragraphs =
        Arrays.stream(text.strip().split("\\R\\s*\\R")).map(String::strip).toList();
    if (paragraphs.getFirst().isEmpty()) {
      throw new IllegalArgumentException("The text is empty");
    }
    return new ConsentText(language, with(paragraphs, contact, Sentences.in(language)));
  }

  private static List<String> with(List<String> paragraphs, Contact contact, Sentences sentences) {
    List<String> all = new ArrayList<>(paragraphs);
    if (contact.name() != null) {
      all.add(sentences.say("consent.who", contact.name()));
    }
    contact.reach().ifPresent(reach -> all.add(sentences.say("consent.ask", reach)));
    if (contact.privacyUrl() != null) {
      all.add(sentences.say("consent.policy", contact.privacyUrl()));
    }
    return all;
  }

  /** The text is told from every other by this: 16 hexadecimal digits of its SHA-256. */
  public String version() {
    try {
      String all = language.tag() + "\n\n" + String.join("\n\n", paragraphs);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
