package dev.riderphotos.web.drink;

import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.NamePrefix;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks the catalogue up as it is asked for; for the API and the pages alike. */
@Singleton
public class DrinkQueries {
  private static final int MAX_PAGE = 100;

  private final DrinkPhotos catalogue;
  private final DrinkAnswers answers;

  DrinkQueries(DrinkPhotos catalogue, DrinkAnswers answers) {
    this.catalogue = catalogue;
    this.answers = answers;
  }

  /** A page; {@code after} may be absent, or empty as forms send it. */
  public BarPageAnswer bars(String prefix, @Nullable String after, int limit) {
    int size = Math.clamp(limit, 1, MAX_PAGE);
    List<BarName> found =
        catalogue.bars(prefix(prefix), given(after, BarName::new), size + 1); // is there more?
    List<BarName> page = found.subList(0, Math.min(size, found.size()));
    return new BarPageAnswer(
        page.stream().map(BarName::value).toList(),
        found.size() > size ? page.getLast().value() : null);
  }

  /** Lists the drinks of a bar, page by page as {@link #bars} lists bars. */
  public DrinkPageAnswer drinks(
      HttpRequest<?> request, String bar, String prefix, @Nullable String after, int limit) {
    BarName name = ProblemException.unless(() -> new BarName(bar));
    int size = Math.clamp(limit, 1, MAX_PAGE);
    List<DrinkPhoto> found =
        catalogue.drinks(name, prefix(prefix), given(after, DrinkName::new), size + 1);
    List<DrinkPhoto> page = found.subList(0, Math.min(size, found.size()));
    return new DrinkPageAnswer(
        name.value(),
        page.stream().map(row -> answers.of(request, row)).toList(),
        found.size() > size ? page.getLast().drink().name().value() : null);
  }

  public Optional<DrinkPhotoAnswer> find(HttpRequest<?> request, Drink drink) {
    return catalogue.find(drink).map(row -> answers.of(request, row));
  }

  /**
   * The drink as the catalogue spells it: other names than these, but different from them only in
   * case or accents. Empty if it spells them so, or knows nothing like them.
   */
  Optional<Drink> spelledOtherwise(Drink named) {
    BarName bar = known(named.bar());
    Drink known = new Drink(bar, known(bar, named.name()));
    return known.equals(named) ? Optional.empty() : Optional.of(known);
  }

  private BarName known(BarName named) {
    List<BarName> alike =
        catalogue.bars(NamePrefix.of(named.value()), null, MAX_PAGE).stream()
            .filter(bar -> bar.folded().equals(named.folded()))
            .toList();
    return alike.isEmpty() || alike.contains(named) ? named : alike.getFirst();
  }

  private DrinkName known(BarName bar, DrinkName named) {
    List<DrinkName> alike =
        catalogue.drinks(bar, NamePrefix.of(named.value()), null, MAX_PAGE).stream()
            .map(row -> row.drink().name())
            .filter(drink -> drink.folded().equals(named.folded()))
            .toList();
    return alike.isEmpty() || alike.contains(named) ? named : alike.getFirst();
  }

  /** The drink that a caller named; names that are none are a 400. */
  public static Drink drink(String bar, String drink) {
    return ProblemException.unless(() -> new Drink(new BarName(bar), new DrinkName(drink)));
  }

  private static NamePrefix prefix(String typed) {
    return ProblemException.unless(() -> NamePrefix.of(typed));
  }

  private static <T> @Nullable T given(@Nullable String value, Function<String, T> parse) {
    return value == null || value.isBlank()
        ? null
        : ProblemException.unless(() -> parse.apply(value));
  }
}
