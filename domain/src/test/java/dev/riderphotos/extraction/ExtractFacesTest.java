package dev.riderphotos.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Undeliverable;
import dev.riderphotos.extraction.Extraction.Extracted;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryExtractionStore;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainCropFormat;
import dev.riderphotos.testkit.PlainFaceCropper;
import dev.riderphotos.testkit.PlainPhotoOpener;
import dev.riderphotos.testkit.TickingClock;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractFacesTest {
  private static final PhotoRef REF = new PhotoRef("extraction-input", "a folder/ünï+1.jpg");
  private static final ExtractionRequest REQUEST = request(ExtractionOptions.DEFAULT);

  private final InMemoryExtractionStore store = new InMemoryExtractionStore();
  private final PlainPhotoOpener opener = new PlainPhotoOpener();
  private final Faults faults = new Faults();
  private final Extractions extractions = new Extractions(store);
  private final ExtractFaces extraction = seeing(UnaryOperator.identity());

  @Test
  void everyFaceIsAPngWithADocumentInOneFolder() {
    Extracted extracted = extracted(REQUEST, Photos.threeFaces());

    assertThat(extracted.crops()).hasSize(3).doesNotHaveDuplicates();
    assertThat(extracted.before()).isFalse();
    assertThat(store.names(""))
        .hasSize(6)
        .allMatch(name -> name.startsWith("output/" + extracted.chain() + "/"))
        .allMatch(name -> name.matches("output/[-0-9a-f]{36}/[-0-9a-f]{36}\\.png(.metadata.json)?"))
        .containsAll(extracted.crops().stream().map(CropId::image).toList())
        .containsAll(extracted.crops().stream().map(CropId::document).toList());
    assertThat(opener.stillOpen()).isZero();
  }

  @Test
  void everyFaceIsCutOutOfTheOriginal() {
    Extracted extracted = extracted(REQUEST, Photos.png(Photos.threeSitters()));

    Picture original = Photos.picture(Photos.threeSitters());
    for (int seat = 0; seat < 3; seat++) {
      BoundingBox box = boxes(original).get(seat);
      byte[] expected = new PlainFaceCropper().crop(original, box).bytes();
      assertThat(image(extracted.crops().get(seat))).isEqualTo(expected);
      assertThat(size(extracted.crops().get(seat)))
          .containsExactly((int) (box.width() * 640), (int) (box.height() * 320));
    }
  }

  @Test
  void aPictureWithoutFacesLeavesNothing() {
    assertThat(extracted(REQUEST, Photos.nobody()).crops()).isEmpty();
    assertThat(store.names("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"79.9, 0", "80.0, 1"})
  void aFaceIsCutOutFromTheLeastConfidenceOn(double confidence, int crops) {
    ExtractFaces unsure = seeing(face -> with(face, face.box(), confidence));

    assertThat(crops(unsure, REQUEST, Photos.oneFace())).hasSize(crops);
  }

  @Test
  void theSurestComeFirstAndTheLimitComesAfter() {
    ExtractFaces surestRight = seeing(face -> with(face, face.box(), 90 + face.box().left()));
    BoundingBox right = boxes(Photos.picture(Photos.threeSitters())).get(2);

    List<CropId> limited =
        crops(surestRight, request(new ExtractionOptions(80, 0, 1)), Photos.threeFaces());

    assertThat(limited).hasSize(1);
    assertThat(document(limited.getFirst())).isEqualTo("crop 0 of 3 faces, at " + right);
  }

  @Test
  void theETagIsTheOneOfS3() {
    assertThat(Digests.etag("hello".getBytes(UTF_8))).isEqualTo("5d41402abc4b2a76b9719d911017c592");
  }

  @Test
  void aFaceHalfOutsideIsClampedAndTheOthersAreCutOutAsWell() {
    ExtractFaces cutOff =
        seeing(
            face ->
                face.box().left() < 0.2
                    ? with(face, new BoundingBox(-0.1, -0.25, 0.2, 0.5), 100)
                    : face);

    List<CropId> crops = crops(cutOff, REQUEST, Photos.threeFaces());

    assertThat(crops).hasSize(3);
    assertThat(size(crops.getFirst())).containsExactly(64, 80);
  }

  @Test
  void ofAFaceOutsideAltogetherNothingIsCutOut() {
    ExtractFaces outside = seeing(face -> with(face, new BoundingBox(1, 0, 0.2, 0.2), 99));

    assertThat(crops(outside, REQUEST, Photos.oneFace())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.4, 0.4, 0.2, 0.2, 102, 102", // 0.2 x 1.6 x 320
    "0, 0.9, 0.2, 0.1, 82, 42" // less what lies outside
  })
  void paddingIsAShareOfTheBoxAndStaysInside(
      double left, double top, double width, double height, int pixelsWide, int pixelsHigh) {
    ExtractFaces placed = seeing(face -> with(face, new BoundingBox(left, top, width, height), 99));

    List<CropId> crops =
        crops(placed, request(new ExtractionOptions(80, 0.3, null)), Photos.oneFace());

    assertThat(size(crops.getFirst())).containsExactly(pixelsWide, pixelsHigh);
  }

  @Test
  void aReplayWritesNothingAndDoesNotEvenDecode() {
    Extracted first = extracted(REQUEST, Photos.threeFaces());
    List<String> names = store.names("");
    int writes = faults.calls().size();

    Extracted again = extracted(REQUEST, Photos.threeFaces());

    assertThat(again).isEqualTo(new Extracted(first.chain(), first.crops(), true));
    assertThat(store.names("")).isEqualTo(names);
    assertThat(faults.calls().subList(writes, faults.calls().size()))
        .extracting(Faults.Call::method)
        .containsOnly("names");
    assertThat(opener.opened()).isOne();
  }

  @Test
  void whereverItIsCutShortTheNextAttemptLeavesTheWholeSetAndNothingElse() {
    extracted(REQUEST, Photos.threeFaces());
    List<String> whole = store.names("");
    int call = 1;
    for (boolean crashed = true; crashed; call++) {
      whole.forEach(store::delete);
      faults.nth(call, Fault.CRASH, _ -> true);
      crashed = crashes();
      faults.heal();
      assertThat(crashed && extractions.crops(ChainId.ofName(whole.getFirst())).size() == 3)
          .as("looks finished")
          .isFalse();
      extracted(REQUEST, Photos.threeFaces());
      assertThat(store.names("")).isEqualTo(whole);
    }
    assertThat(call).isGreaterThan(6);
  }

  @Test
  void whatAnotherModelLeftUnfinishedIsDeleted() {
    extracted(REQUEST, Photos.threeFaces());
    store.delete(store.names("").stream().filter(this::isCommit).findFirst().orElseThrow());
    ExtractFaces blind = seeing(face -> with(face, face.box(), face.box().left() < 0.3 ? 99 : 1));

    assertThat(crops(blind, REQUEST, Photos.threeFaces())).hasSize(1);
    assertThat(store.names("")).hasSize(2);
  }

  @Test
  void otherOptionsAndOtherContentsHaveAFolderOfTheirOwn() {
    Extracted plain = extracted(REQUEST, Photos.oneFace());
    Extracted padded = extracted(request(new ExtractionOptions(80, 0.1, null)), Photos.oneFace());
    Extracted other = extracted(REQUEST, Photos.twoFaces());

    assertThat(List.of(plain.chain(), padded.chain(), other.chain())).doesNotHaveDuplicates();
    assertThat(store.names("")).hasSize(8);
    assertThat(extractions.chains(Source.of(REF)))
        .containsExactlyInAnyOrder(plain.chain(), padded.chain(), other.chain());
  }

  @Test
  void allThatWasMadeOfASourceIsForgotten() {
    Source other = Source.of(new PhotoRef(REF.bucket(), "other.jpg"));
    extracted(REQUEST, Photos.twoFaces());
    extracted(request(new ExtractionOptions(80, 0.1, null)), Photos.oneFace());
    extracted(new ExtractionRequest(other, Trigger.API, REQUEST.options()), Photos.twoFaces());

    assertThat(extractions.forget(Source.of(REF))).isEqualTo(3);

    assertThat(extractions.forget(Source.of(REF))).isZero();
    assertThat(extractions.chains(Source.of(REF))).isEmpty();
    assertThat(extractions.chains(other)).hasSize(1);
    assertThat(store.names("")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GIF89a", "RIFF____WEBPVP8 ", "", "hello", "BM"})
  void whatIsNeitherJpegNorPngIsIgnored(String bytes) {
    Photo photo = Photo.of(bytes.getBytes(UTF_8));

    assertThat(extraction.extract(REQUEST, photo)).isEqualTo(new Extraction.Ignored());
    assertThat(store.names("")).isEmpty();
  }

  @Test
  void whatCannotBeOpenedIsSaid() {
    assertThat(extraction.extract(REQUEST, Photos.truncated()))
        .isEqualTo(new Extraction.Unusable(PhotoProblem.UNREADABLE));
    assertThat(extraction.extract(REQUEST, Photos.tooLarge()))
        .isEqualTo(new Extraction.Unusable(PhotoProblem.TOO_LARGE));
    assertThat(store.names("")).isEmpty();
  }

  @Test
  void anArrivedPictureThatCannotBeOpenedIsNotTriedAgain() {
    InMemoryPhotoStore photos = new InMemoryPhotoStore();
    ExtractArrivedFaces arrival =
        new ExtractArrivedFaces(extraction, photos, ExtractionOptions.DEFAULT);
    ObjectCreated event = new ObjectCreated(EventId.random(), REF, new TickingClock().instant());
    assertThat(arrival.extract(event)).as("gone").isEmpty();

    photos.put(REF, Photos.truncated());
    assertThatExceptionOfType(Undeliverable.class)
        .isThrownBy(() -> arrival.extract(event))
        .withMessage("Could not cut faces out of a picture that is UNREADABLE");

    photos.put(REF, Photos.twoFaces());
    assertThat(arrival.extract(event)).isPresent();
    assertThat(store.names("")).hasSize(4);
  }

  private boolean isCommit(String name) {
    return name.equals(CropId.of(ChainId.ofName(name), 0).document());
  }

  private boolean crashes() {
    try {
      extracted(REQUEST, Photos.threeFaces());
      return false;
    } catch (Crash _) {
      return true;
    }
  }

  private Extracted extracted(ExtractionRequest request, Photo photo) {
    return (Extracted) extraction.extract(request, photo);
  }

  private static List<CropId> crops(ExtractFaces by, ExtractionRequest request, Photo photo) {
    return ((Extracted) by.extract(request, photo)).crops();
  }

  private ExtractFaces seeing(UnaryOperator<FaceDetail> look) {
    return new ExtractFaces(
        opener,
        new KnownFaces(look),
        new PlainFaceCropper(),
        faults.around(ExtractionStore.class, store),
        new PlainCropFormat(),
        new TickingClock());
  }

  private static List<BoundingBox> boxes(Picture picture) {
    return new KnownFaces()
        .detect(picture, null).stream().map(face -> face.detail().box()).toList();
  }

  private static FaceDetail with(FaceDetail face, BoundingBox box, double confidence) {
    return new FaceDetail(
        box, confidence, face.sunglasses(), face.pose(), face.brightness(), face.sharpness());
  }

  private byte[] image(CropId crop) {
    return extractions.image(crop).orElseThrow();
  }

  private String document(CropId crop) {
    return new String(extractions.document(crop).orElseThrow(), UTF_8);
  }

  private int[] size(CropId crop) {
    byte[] png = image(crop);
    assertThat(PhotoFormat.sniff(png)).contains(PhotoFormat.PNG);
    ByteBuffer size = ByteBuffer.wrap(png).position(16);
    return new int[] {size.getInt(), size.getInt()};
  }

  private static Object[] boxed(int[] size) {
    return new Object[] {size[0], size[1]};
  }

  private static ExtractionRequest request(ExtractionOptions options) {
    return new ExtractionRequest(Source.of(REF), Trigger.EVENT, options);
  }
}
