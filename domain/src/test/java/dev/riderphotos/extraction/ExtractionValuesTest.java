package dev.riderphotos.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.OddNames;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionValuesTest {
  private final Source source = Source.of(new PhotoRef("photos", "x.jpg"));

  @Test
  void theSameIsNamedTheSameForEver() {
    ChainId chain = ChainId.of(source, "abc", ExtractionOptions.DEFAULT);

    assertThat(chain).hasToString("9e0fee34-7b86-89f6-b8df-2209245b919c");
    assertThat(CropId.of(chain, 0)).hasToString("b1ba2450-87a7-81df-a073-c52266a62902");
    assertThat(chain.value().version()).isEqualTo(8);
    assertThat(chain.value().variant()).isEqualTo(2);
    assertThat(ChainId.of(chain.toString())).isEqualTo(chain);
    assertThat(ChainId.ofName(CropId.of(chain, 1).document())).isEqualTo(chain);
    assertThat(chain.folder()).startsWith(ChainId.prefix(source));
  }

  @Test
  void namesTellSourcesContentsAndOptionsApart() {
    Source other = Source.of(new PhotoRef("photos", "y.jpg"));
    ChainId chain = ChainId.of(source, "abc", ExtractionOptions.DEFAULT);

    assertThat(chain)
        .isNotEqualTo(ChainId.of(other, "abc", ExtractionOptions.DEFAULT))
        .isNotEqualTo(ChainId.of(source, "abd", ExtractionOptions.DEFAULT))
        .isNotEqualTo(ChainId.of(source, "abc", new ExtractionOptions(81, 0, null)))
        .isNotEqualTo(ChainId.of(source, "abc", new ExtractionOptions(80, 0, 1)));
    assertThat(ChainId.prefix(other)).isNotEqualTo(ChainId.prefix(source));
    assertThat(CropId.of(chain, 1)).isNotEqualTo(CropId.of(chain, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "../../etc", "D4ED14DD-C7E0-8B69-B0B5-A6B8A6EF9D6D"})
  void otherTextIsNoId(String text) {
    ChainId chain = ChainId.of(source, "abc", ExtractionOptions.DEFAULT);

    assertThatIllegalArgumentException().isThrownBy(() -> ChainId.of(text));
    assertThatIllegalArgumentException().isThrownBy(() -> CropId.of(chain, text));
  }

  @Test
  void everyKeyHasAUrlOfItsOwnAndBack() {
    Set<URI> urls = new HashSet<>();
    for (String key : OddNames.upTo(1000)) {
      Source odd = Source.of(new PhotoRef("photos", key));
      assertThat(urls.add(odd.url())).as(key).isTrue();
      assertThat(odd.url().toString()).isASCII().doesNotContain("\"", "\\");
      assertThat(Source.of(URI.create(odd.url().toString()))).isEqualTo(odd);
    }
  }

  @Test
  void oneObjectIsOneSourceInWhateverSpelling() {
    assertThat(Source.of(URI.create("s3://photos/%78.jpg"))).isEqualTo(source);
    assertThat(Source.of(URI.create("file:///x%20y.jpg")).url()).hasToString("file:///x%20y.jpg");
    assertThatIllegalArgumentException().isThrownBy(() -> Source.of(URI.create("x.jpg")));
    assertThatIllegalArgumentException().isThrownBy(() -> Source.of(URI.create("s3://P/x")));
  }

  @Test
  void aPictureThatWasSentIsKnownByItsContent() {
    Source sent = Source.sent(Photo.of(new byte[] {1}));

    assertThat(sent.url().toString()).matches("ni:///sha-256;[-_A-Za-z0-9]{43}");
    assertThat(sent)
        .isEqualTo(Source.sent(Photo.of(new byte[] {1})))
        .isNotEqualTo(Source.sent(Photo.of(new byte[] {2})));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 1",
    "101, 0, 1",
    "NaN, 0, 1",
    "80, -0.1, 1",
    "80, 1.1, 1",
    "80, NaN, 1",
    "80, 0, 0"
  })
  void unusableOptionsAreRefused(double confidence, double padding, int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExtractionOptions(confidence, padding, limit));
  }
}
