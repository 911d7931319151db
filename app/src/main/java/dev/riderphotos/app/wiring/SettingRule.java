package dev.riderphotos.app.wiring;

import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a setting may be.
 *
 * @param allowed in words, such that "it is …" is a sentence
 * @param optional whether it may be empty, which is as if it were not set
 * @param hidden whether what it is is not told: it may be a secret with a slip in it
 * @param fits whether the setting of this name is so
 */
record SettingRule(
    String allowed, boolean optional, boolean hidden, BiPredicate<PropertyResolver, String> fits) {
  private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,11}([KMG]B)?");

  /** The same, for a setting that may be left out. */
  SettingRule orNone() {
    return new SettingRule(allowed, true, hidden, fits);
  }

  /** The same, for a setting that nobody is told. */
  SettingRule secret() {
    return new SettingRule(allowed, optional, true, fits);
  }

  /** Empty if it is as it should be, else what it should be. */
  Optional<String> refusal(PropertyResolver settings, String name) {
    if (!settings.containsProperties(name)) {
      return Optional.empty();
    }
    String value = given(settings, name).toString();
    boolean fit = value.isBlank() ? optional : fits.test(settings, name);
    return fit ? Optional.empty() : Optional.of(name + " is " + allowed + told(value));
  }

  static SettingRule oneOf(String... words) {
    return text("one of " + String.join(", ", words), List.of(words)::contains);
  }

  /** The value is as {@link #oneOf} wants it, in capitals or not. */
  static SettingRule anyCaseOf(String... words) {
    return text(
        "one of " + String.join(", ", words),
        value -> List.of(words).stream().anyMatch(value::equalsIgnoreCase));
  }

  static SettingRule whole(long least, long most) {
    return typed(
        "a whole number from " + least + " to " + most,
        Long.class,
        value -> value >= least && value <= most);
  }

  /** What is not a number at all is in no range. */
  static SettingRule number(String allowed, Predicate<Double> fits) {
    return typed(allowed, Double.class, fits);
  }

  static SettingRule duration(Duration least, Duration most, String allowed) {
    return typed(
        allowed,
        Duration.class,
        value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
  }

  static SettingRule size() {
    return text(
        "a number of bytes, such as 15728640 or 15MB", value -> SIZE.matcher(value).matches());
  }

  static SettingRule text(String allowed, Predicate<String> fits) {
    return typed(allowed, String.class, fits);
  }

  static SettingRule matching(String allowed, String pattern) {
    return text(allowed, value -> value.matches(pattern));
  }

  /** The value must be one that our own type takes. */
  static SettingRule valid(String allowed, Function<String, ?> type) {
    return text(allowed, value -> accepts(type, value));
  }

  /** A list with commas between; an empty place in it is a slip of somebody's hand. */
  static SettingRule list(String allowed, Predicate<String> each) {
    return new SettingRule(
        allowed,
        true,
        false,
        (settings, name) ->
            elements(given(settings, name)).stream().map(String::strip).allMatch(each));
  }

  private static List<String> elements(Object given) {
    return given instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(given.toString().split(",", -1));
  }

  private static Object given(PropertyResolver settings, String name) {
    return settings.getProperty(name, Object.class).orElse("");
  }

  static boolean accepts(Function<String, ?> type, String value) {
    try {
      return type.apply(value) != null;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static <T> SettingRule typed(String allowed, Class<T> type, Predicate<T> fits) {
    return new SettingRule(
        allowed,
        false,
        false,
        (settings, name) -> settings.getProperty(name, type).filter(fits).isPresent());
  }

  private String told(String value) {
    return value.isBlank()
        ? ", and not empty"
        : hidden ? ", not what it is set to" : ", not " + value;
  }
}
