package dev.riderphotos.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.NamePrefix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the catalogue as long as it lives. */
public final class InMemoryDrinkPhotos implements DrinkPhotos {
  /** UTF-8 sorts as the code points do. */
  private static final Comparator<String> BY_CODE_POINTS =
      (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

  private static final Comparator<BarName> BARS =
      Comparator.comparing(BarName::folded, BY_CODE_POINTS)
          .thenComparing(BarName::value, BY_CODE_POINTS);
  private static final Comparator<DrinkName> DRINKS =
      Comparator.comparing(DrinkName::folded, BY_CODE_POINTS)
          .thenComparing(DrinkName::value, BY_CODE_POINTS);

  private final Map<Drink, DrinkPhoto> rows = new HashMap<>();

  @Override
  public synchronized Optional<DrinkPhoto> find(Drink drink) {
    return Optional.ofNullable(rows.get(drink));
  }

  @Override
  public synchronized Optional<DrinkPhoto> replace(@Nullable DrinkPhoto expected, DrinkPhoto next) {
    Optional<DrinkPhoto> present = find(next.drink());
    if (!present.equals(Optional.ofNullable(expected))) {
      return present;
    }
    rows.put(next.drink(), next);
    return Optional.of(next);
  }

  @Override
  public synchronized void delete(DrinkPhoto photo) {
    rows.remove(photo.drink(), photo);
  }

  @Override
  public synchronized List<BarName> bars(NamePrefix prefix, @Nullable BarName after, int limit) {
    return rows.keySet().stream()
        .map(Drink::bar)
        .distinct()
        .filter(prefix::begins)
        .filter(bar -> after == null || BARS.compare(bar, after) > 0)
        .sorted(BARS)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<DrinkPhoto> drinks(
      BarName bar, NamePrefix prefix, @Nullable DrinkName after, int limit) {
    return rows.values().stream()
        .filter(row -> row.drink().bar().equals(bar) && prefix.begins(row.drink().name()))
        .filter(row -> after == null || DRINKS.compare(row.drink().name(), after) > 0)
        .sorted(Comparator.comparing(row -> row.drink().name(), DRINKS))
        .limit(limit)
        .toList();
  }
}
