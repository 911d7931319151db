package dev.riderphotos.web.drink;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bars and what they serve: for lists, and for suggestions while somebody types. */
@Controller("/v1/bars")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Drinks")
class BarController {
  private final DrinkQueries drinks;

  BarController(DrinkQueries drinks) {
    this.drinks = drinks;
  }

  @Operation(
      summary = "Bars that have drinks",
      description = "Those whose names begin with the prefix, whatever the case and accents.")
  @Get
  BarPageAnswer bars(
      @QueryValue(defaultValue = "") String prefix,
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = "20") int limit) {
    return drinks.bars(prefix, after, limit);
  }

  @Operation(summary = "A bar's drinks", description = "As the list of bars. Empty of a stranger.")
  @Get("/{bar}/drinks")
  DrinkPageAnswer drinks(
      HttpRequest<?> request,
      String bar,
      @QueryValue(defaultValue = "") String prefix,
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = "20") int limit) {
    return drinks.drinks(request, bar, prefix, after, limit);
  }
}
