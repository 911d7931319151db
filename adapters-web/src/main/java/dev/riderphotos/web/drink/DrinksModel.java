package dev.riderphotos.web.drink;

import dev.riderphotos.drink.Drink;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.web.Problem;
import io.micronaut.views.ModelAndView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the template of the drinks is given. */
final class DrinksModel {
  private final Map<String, Object> model = new HashMap<>();

  /** The form shows again what was typed. */
  DrinksModel(String bar, String drink) {
    model.put("bar", bar);
    model.put("drink", drink);
    model.put("bars", List.of());
    model.put("next", "");
    model.put("added", false);
  }

  /** Shows the picture that was looked for, or that there is none. */
  void shows(Optional<DrinkPhotoAnswer> picture) {
    model.put("missing", picture.isEmpty());
    picture.ifPresent(found -> model.put("picture", found));
  }

  /** Shows some drinks of a bar. */
  void shows(DrinkPageAnswer page) {
    model.put("drinks", page.drinks());
    putNext(page.next());
  }

  /** Shows bars to choose from. */
  void suggests(BarPageAnswer page) {
    model.put("bars", page.bars());
    if (!model.containsKey("drinks")) {
      putNext(page.next());
    }
  }

  /** Says that a picture was taken in a moment ago. */
  void thanks() {
    model.put("added", model.containsKey("picture"));
  }

  /** Asks again before what is there is replaced, or the same is called by another name. */
  DrinksModel asks(String question, Drink typed, String about) {
    model.put("question", question);
    model.put("about", about);
    model.put("sureBar", typed.bar().value());
    model.put("sureDrink", typed.name().value());
    return this;
  }

  /** Says why a picture cannot be shown. */
  DrinksModel refuses(PhotoProblem problem) {
    model.put("refusal", "drinks.refused." + problem.name());
    return this;
  }

  DrinksModel fails(Problem problem) {
    model.put("problem", problem.detail());
    model.put("problemKey", problem.textKey());
    return this;
  }

  ModelAndView<Map<String, Object>> page() {
    return new ModelAndView<>("drink/drinks", model);
  }

  private void putNext(@Nullable String next) {
    model.put("next", next == null ? "" : next);
  }
}
