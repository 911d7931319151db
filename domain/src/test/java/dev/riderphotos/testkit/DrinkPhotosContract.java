package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.drink.NamePrefix;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link DrinkPhotos} keeps. */
public abstract class DrinkPhotosContract {
  private static final int THREADS = 16;

  private final DrinkPhoto first = row("Joe's", "Old Fashioned", 1);
  private final DrinkPhoto second = row("Joe's", "Old Fashioned", 2);

  /** An empty catalogue; the same one whenever it is asked for in one test. */
  protected abstract DrinkPhotos catalogue();

  @Test
  void worksWhenEmpty() {
    catalogue().delete(first);

    assertThat(catalogue().find(first.drink())).isEmpty();
    assertThat(catalogue().bars(NamePrefix.ANY, null, 10)).isEmpty();
    assertThat(catalogue().drinks(new BarName("Joe's"), NamePrefix.ANY, null, 10)).isEmpty();
  }

  @Test
  void keepsEverythingOfARow() {
    DrinkPhoto replacing =
        new DrinkPhoto(
            first.drink(),
            first.photo(),
            Instant.parse("2026-01-01T00:00:00.123456789Z"),
            new PhotoRef("drink-photos", "old.png"));

    assertThat(catalogue().replace(null, replacing)).contains(replacing);

    assertThat(catalogue().find(first.drink())).contains(replacing);
  }

  @Test
  void replacesTheExpectedRowAlone() {
    write(first);

    assertThat(catalogue().replace(null, second)).contains(first);
    assertThat(catalogue().replace(second, second)).contains(first);
    assertThat(catalogue().replace(first, second)).contains(second);
    assertThat(catalogue().find(first.drink())).contains(second);
  }

  @Test
  void writingWhatIsThereAlreadyIsASuccess() {
    write(first);

    assertThat(catalogue().replace(first, first)).contains(first);
    assertThat(catalogue().replace(null, first)).contains(first);
  }

  @Test
  void ofManyThatReplaceOneRowOneDoes() {
    write(first);

    List<Optional<DrinkPhoto>> answers =
        Concurrently.call(
            THREADS,
            number -> {
              DrinkPhoto own = row("Joe's", "Old Fashioned", 10 + number);
              return catalogue().replace(first, own).filter(own::equals);
            });

    assertThat(answers.stream().flatMap(Optional::stream))
        .singleElement()
        .satisfies(won -> assertThat(catalogue().find(first.drink())).contains(won));
  }

  @Test
  void deletesTheRowIfItStillIsThisOne() {
    write(second);
    catalogue().delete(first);
    assertThat(catalogue().find(first.drink())).contains(second);

    catalogue().delete(second);
    catalogue().delete(second);
    assertThat(catalogue().find(first.drink())).isEmpty();
    assertThat(catalogue().bars(NamePrefix.ANY, null, 10)).isEmpty();
  }

  @Test
  void lookUpIsExact() {
    write(first);

    assertThat(catalogue().find(drink("joe's", "Old Fashioned"))).isEmpty();
    assertThat(catalogue().find(drink("Joe's", "Old fashioned"))).isEmpty();
    assertThat(catalogue().find(drink("Joe's", "Old  Fashioned"))).isEmpty();
  }

  @Test
  void theOddestNamesAreKeptApart() {
    List<DrinkPhoto> rows =
        OddNames.upTo(100).stream()
            .map(String::strip)
            .distinct()
            .flatMap(name -> Stream.of(row(name, "x", 1), row("x", name, 1)))
            .distinct()
            .toList();
    rows.stream().distinct().forEach(this::write);

    assertThat(rows).allSatisfy(row -> assertThat(catalogue().find(row.drink())).contains(row));
    assertThat(catalogue().bars(NamePrefix.ANY, null, 1000))
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().map(row -> row.drink().bar()).distinct().toList());
  }

  @Test
  void suggestionsIgnoreCaseAndAccents() {
    Stream.of("Café Noir", "CAFE blanc", "Cantina", "Straße", "☕ Café", "İstanbul")
        .forEach(bar -> write(row(bar, "Crème de Menthe", 1)));

    assertThat(bars("cafe")).containsExactly("CAFE blanc", "Café Noir");
    assertThat(bars("CAFÉ N")).containsExactly("Café Noir");
    assertThat(bars("strass")).containsExactly("Straße");
    assertThat(bars("i")).containsExactly("İstanbul");
    assertThat(bars("%")).isEmpty();
    assertThat(bars("_")).isEmpty();
    assertThat(catalogue().drinks(new BarName("Café Noir"), NamePrefix.of("creme DE"), null, 10))
        .hasSize(1);
    assertThat(catalogue().drinks(new BarName("Cafe Noir"), NamePrefix.ANY, null, 10)).isEmpty();
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetition() {
    IntStream.range(0, 25).forEach(number -> write(row("Bar " + number % 7, "Drink " + number, 1)));

    List<BarName> bars = new ArrayList<>();
    List<BarName> page = catalogue().bars(NamePrefix.of("bar"), null, 3);
    while (!page.isEmpty()) {
      bars.addAll(page);
      page = catalogue().bars(NamePrefix.of("bar"), page.getLast(), 3);
    }
    assertThat(bars)
        .hasSize(7)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(DrinkPhotosContract::by);

    List<DrinkPhoto> drinks = catalogue().drinks(new BarName("Bar 1"), NamePrefix.ANY, null, 2);
    List<DrinkPhoto> rest =
        catalogue()
            .drinks(new BarName("Bar 1"), NamePrefix.ANY, drinks.getLast().drink().name(), 100);
    assertThat(Stream.concat(drinks.stream(), rest.stream()).map(row -> row.drink().name().value()))
        .containsExactly("Drink 1", "Drink 15", "Drink 22", "Drink 8");
  }

  @Test
  void namesThatFoldAlikeAreOrderedByThemselves() {
    Stream.of("éa", "Ea", "eA", "ea").forEach(bar -> write(row(bar, "x", 1)));

    assertThat(bars("EA")).containsExactly("Ea", "eA", "ea", "éa");
    assertThat(catalogue().bars(NamePrefix.of("ea"), new BarName("eA"), 1))
        .containsExactly(new BarName("ea"));
  }

  private List<String> bars(String prefix) {
    return catalogue().bars(NamePrefix.of(prefix), null, 10).stream().map(BarName::value).toList();
  }

  private void write(DrinkPhoto row) {
    assertThat(catalogue().replace(null, row)).contains(Objects.requireNonNull(row));
  }

  private static int by(BarName one, BarName other) {
    return one.folded().compareTo(other.folded());
  }

  private static Drink drink(String bar, String drink) {
    return new Drink(new BarName(bar), new DrinkName(drink));
  }

  private static DrinkPhoto row(String bar, String name, int second) {
    Drink drink = drink(bar, name);
    return new DrinkPhoto(
        drink,
        new PhotoRef("drink-photos", drink.key(PhotoFormat.JPEG)),
        Instant.ofEpochSecond(second),
        null);
  }
}
