package dev.riderphotos.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps riders' photos, and whom they may ask.
 *
 * @param name of the company or the person
 * @param email which answers questions
 * @param url of a page that answers questions
 * @param privacyUrl of the privacy policy
 */
public record Contact(
    @Nullable String name,
    @Nullable String email,
    @Nullable String url,
    @Nullable String privacyUrl) {
  /** Nothing is known. */
  public static final Contact NONE = new Contact(null, null, null, null);

  /** Where questions go: an address of mail, else a page. */
  public Optional<String> reach() {
    return Optional.ofNullable(email == null ? url : email);
  }

  /** By their settings' names, what riders would miss; one way to ask is enough. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (name == null) {
      missing.add("contact.name");
    }
    if (reach().isEmpty()) {
      missing.add("contact.email or contact.url");
    }
    if (privacyUrl == null) {
      missing.add("privacy-url");
    }
    return missing;
  }
}
