package dev.riderphotos.web.drink;

import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.NamePrefix;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bars and what they serve: for lists, and for suggestions while somebody types. */
@Controller("/v1/bars")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Drinks")
class BarController {
  private static final int MAX_PAGE = 100;

  private final DrinkPhotos catalogue;
  private final DrinkAnswers answers;

  BarController(DrinkPhotos catalogue, DrinkAnswers answers) {
    this.catalogue = catalogue;
    this.answers = answers;
  }

  @Operation(
      summary = "Bars that have drinks",
      description = "Those whose names begin with the prefix, whatever the case and accents.")
  @Get
  BarPageAnswer bars(
      @QueryValue(defaultValue = "") String prefix,
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = "20") int limit) {
    int size = Math.clamp(limit, 1, MAX_PAGE);
    List<BarName> found =
        catalogue.bars(prefix(prefix), given(after, BarName::new), size + 1); // is there more?
    List<BarName> page = found.subList(0, Math.min(size, found.size()));
    return new BarPageAnswer(
        page.stream().map(BarName::value).toList(),
        found.size() > size ? page.getLast().value() : null);
  }

  @Operation(summary = "A bar's drinks", description = "As the list of bars. Empty of a stranger.")
  @Get("/{bar}/drinks")
  DrinkPageAnswer drinks(
      HttpRequest<?> request,
      String bar,
      @QueryValue(defaultValue = "") String prefix,
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = "20") int limit) {
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

  private static NamePrefix prefix(String typed) {
    return ProblemException.unless(() -> NamePrefix.of(typed));
  }

  /** A query parameter that may be absent, or empty as forms send it. */
  private static <T> @Nullable T given(@Nullable String value, Function<String, T> parse) {
    return value == null || value.isBlank()
        ? null
        : ProblemException.unless(() -> parse.apply(value));
  }
}
