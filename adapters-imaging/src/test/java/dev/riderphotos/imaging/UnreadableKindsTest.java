package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Opened.Unacceptable;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that are whole, but of a kind that we cannot read. */
class UnreadableKindsTest {
  private static final byte[] JPEG = Portrait.of(Person.ADA).size(100, 100).jpeg();

  private final PhotoOpener opener = new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY);

  @ParameterizedTest
  @CsvSource({
    "C3, a lossless JPEG picture",
    "C5, a hierarchical JPEG picture",
    "C6, a hierarchical JPEG picture",
    "C7, a hierarchical JPEG picture",
    "C9, a JPEG picture with arithmetic coding",
    "CA, a JPEG picture with arithmetic coding",
    "CB, a JPEG picture with arithmetic coding",
    "CD, a hierarchical JPEG picture",
    "CE, a hierarchical JPEG picture",
    "CF, a hierarchical JPEG picture",
    "DE, a hierarchical JPEG picture",
    "F7, a lossless JPEG picture"
  })
  void areNamedByTheirFrame(String type, String kind) {
    assertKind(JpegSurgery.ofType(JPEG, HexFormat.fromHexDigits(type)), kind);
  }

  @Test
  void areNamedByTheirPrecision() {
    byte[] deep = JpegSurgery.ofType(JPEG, 0xC1);
    deep[JpegSurgery.segment(deep, JpegSurgery::frame) + 4] = 12;
    assertKind(deep, "a JPEG picture of 12 bits a sample");
  }

  @ParameterizedTest
  @CsvSource({
    "474946383761, a GIF picture",
    "52494646AABBCCDD57454250565038, a WebP picture",
    "000000186674797068656978, a HEIC picture",
    "000000186674797068657663, a HEIC picture",
    "00000018667479706D736631000000006D73663168657663, a HEIC picture",
    "00000020667479706D696631000000006D6966316D696166617669660000, an AVIF picture",
    "000000186674797061766973, an AVIF picture",
    "FF0AFFFFFFFF, a JPEG XL picture",
    "0000000C4A584C200D0A870A, a JPEG XL picture",
    "0000000C6A5020200D0A870A, a JPEG 2000 picture",
    "FF4FFF51002F, a JPEG 2000 picture",
    "49492A0008000000, a TIFF picture",
    "4D4D002A00000008, a TIFF picture",
    "424D36000000000000003600, a BMP picture",
    "00000014667479707174202000000000, a video",
    "000000186674797069736F6D, a video",
    "255044462D312E37, a PDF document"
  })
  void areNamedByTheirFirstBytes(String hex, String kind) {
    assertKind(HexFormat.of().parseHex(hex.replace(" ", "")), kind);
  }

  @ParameterizedTest
  @CsvSource({"4749", "474946", "52494646AABBCCDD5745425", "00000018667479", "424D", "3C737667"})
  void haveNoNameIfTheyBeginOtherwise(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex, 0, hex.length() & ~1);
    assertThat(opener.open(Photo.of(bytes)))
        .isEqualTo(new Unacceptable(PhotoProblem.UNSUPPORTED_FORMAT));
  }

  private void assertKind(byte[] photo, String kind) {
    assertThat(opener.open(Photo.of(photo)))
        .isEqualTo(new Unacceptable(PhotoProblem.UNSUPPORTED_FORMAT, kind));
  }
}
