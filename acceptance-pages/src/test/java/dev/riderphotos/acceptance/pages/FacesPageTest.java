package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.Hands;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the faces as operators use it, on the real face engine. Ada and Boris are known. */
class FacesPageTest {
  private static final Photo GROUP = Photos.threeFaces();
  private static final Pattern CROP = Pattern.compile("src=\"(/faces/[^\"]+/crop)\"");

  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer();

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  private final Browser browser = new Browser(SERVER.client());
  private final List<PhotoName> indexed = new ArrayList<>();

  @BeforeEach
  void indexSome() {
    index("Ada-Lovelace.jpg", Photos.anotherOf(Person.ADA));
    index("boris_the_bold.PNG", Photos.anotherOf(Person.BORIS));
  }

  @AfterEach
  void forgetAll() {
    indexed.forEach(name -> SERVER.application().get(DeletePhoto.class).delete(name));
  }

  @Test
  void everyFaceIsThereWithItsName() {
    Page page = CHROMIUM.open("/faces");

    assertThat(page.locator(".grid .name"))
        .hasText(new String[] {"Ada lovelace", "Boris the bold"});
    assertThat(page.locator(".grid .file").first()).hasText("Ada-Lovelace.jpg");
    assertThat(page.locator("#gallery .heading")).containsText("Faces: 2 · photos: 2");
    Locator crop = page.locator(".grid img").first();
    assertThat(crop.evaluate("image => image.decode()")).isNull();
    assertThat((int) crop.evaluate("image => image.naturalWidth")).isBetween(60, 300);
  }

  @Test
  void aGroupIsSearchedAndWhoIsUnknownIsSaidToBe() {
    Page page = CHROMIUM.open("/faces");
    choose(page, GROUP);

    assertGroupIsFound(page);
    assertThat(heading(page)).isFocused();
    assertThat(page.locator("#gallery .grid")).isHidden();
    assertThat(page.locator(".matches canvas")).hasCount(2);
    assertThat(page.locator(".matches canvas").first()).isVisible();

    page.getByRole(AriaRole.BUTTON, named("All indexed faces")).click();
    assertThat(page.locator(".grid li")).hasCount(2);
  }

  @Test
  void aPhotoThatIsDroppedIsSearched() {
    Page page = CHROMIUM.open("/faces");
    JSHandle dropped = Hands.transfer(page, "group.jpg", GROUP);
    page.locator("body").dispatchEvent("dragover", Map.of("dataTransfer", dropped));
    assertThat(page.locator("#search.over")).isVisible();
    page.locator("body").dispatchEvent("drop", Map.of("dataTransfer", dropped));

    assertGroupIsFound(page);
  }

  @Test
  void aPhotoThatIsPastedIsSearched() {
    Page page = CHROMIUM.open("/faces");
    page.locator("body")
        .evaluate(
            "(body, data) => body.dispatchEvent("
                + "new ClipboardEvent('paste', {clipboardData: data, bubbles: true}))",
            Hands.transfer(page, "group.jpg", GROUP));

    assertGroupIsFound(page);
  }

  @Test
  void whoIsNotThisPersonIsSaidAndTakenBackWithThePhotoInSight() {
    Page page = CHROMIUM.open("/faces");
    choose(page, GROUP);
    assertGroupIsFound(page);

    notThisPerson(page).first().click();

    assertThat(page.locator("#receipt")).containsText("that face is not Ada lovelace");
    assertThat(button(page, "Undo")).isFocused();
    assertThat(page.locator(".people .name"))
        .hasText(new String[] {"Unknown", "Boris the bold", "Unknown"});
    assertThat(page.locator(".marked img")).isVisible();
    assertThat(browser.post("/faces", search(GROUP)).text()).contains("Known: 1 of 3 faces.");
    assertThat(browser.post("/faces", search(Photos.of(Person.ADA))).text())
        .contains("Known: 1 of 1 faces.");

    button(page, "Undo").click();
    assertThat(page.locator("#receipt")).containsText("may find Ada lovelace again");
    assertGroupIsFound(page);
  }

  @Test
  void aDeletedFaceCanBeBroughtBack() {
    Page page = CHROMIUM.open("/faces");
    delete(page, "Ada lovelace").click();

    assertThat(page.locator("#receipt")).containsText("Ada lovelace is deleted");
    assertThat(page.locator(".grid .name")).hasText("Boris the bold");
    assertThat(button(page, "Undo")).isFocused();
    assertThat(browser.post("/faces", search(GROUP)).text()).contains("Known: 1 of 3 faces.");

    button(page, "Undo").click();
    assertThat(page.locator("#receipt")).containsText("Ada lovelace is back in the gallery.");
    assertThat(page.locator(".grid li")).hasCount(2);
    assertThat(browser.post("/faces", search(GROUP)).text()).contains("Known: 2 of 3 faces.");
  }

  @Test
  void withoutJavaScriptAGroupIsSearchedAndToldApart() {
    Page page = CHROMIUM.openWithoutJavaScript("/faces");
    choose(page, GROUP);
    button(page, "Search").click();
    assertGroupIsFound(page);

    notThisPerson(page).first().click();
    assertThat(page.locator("#receipt")).containsText("that face is not Ada lovelace");
    choose(page, GROUP);
    button(page, "Search").click();
    assertThat(page.locator(".people .name").first()).hasText("Unknown");

    page.goBack();
    button(page, "Undo").click();
    assertThat(page.locator("#receipt")).containsText("may find Ada lovelace again");
    choose(page, GROUP);
    button(page, "Search").click();
    assertGroupIsFound(page);
  }

  @Test
  void withoutJavaScriptAFaceIsDeletedAndBroughtBack() {
    Page page = CHROMIUM.openWithoutJavaScript("/faces");
    delete(page, "Boris the bold").click();
    assertThat(page.locator("#receipt")).containsText("Boris the bold is deleted");
    assertThat(page.locator(".grid li")).hasCount(1);

    button(page, "Undo").click();
    assertThat(page.locator("#receipt")).containsText("Boris the bold is back");
    assertThat(page.locator(".grid li")).hasCount(2);

    page.goBack(); // what it confirmed does not hold any more
    assertThat(page.locator("#receipt")).hasText("");
  }

  @Test
  void theKeyboardAloneWillDo() {
    Page page = CHROMIUM.open("/faces");
    page.onFileChooser(chooser -> chooser.setFiles(Hands.file("group.jpg", GROUP.bytes())));
    Hands.tabTo(page, button(page, "Choose a photo"), 30);
    page.keyboard().press("Enter");
    assertThat(heading(page)).isFocused();
    Hands.tabTo(page, notThisPerson(page).first(), 30);
    page.keyboard().press("Enter");
    assertThat(button(page, "Undo")).isFocused();
    page.keyboard().press("Space");

    assertThat(page.locator("#receipt p")).isFocused();
    assertGroupIsFound(page);
  }

  @Test
  void nothingIsKeptOfAPhotoThatIsSearchedWith() throws IOException {
    long files = files();

    Answer page = browser.post("/faces", search(GROUP));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void cropsAreKeptByNobody() {
    Matcher crop = CROP.matcher(browser.get("/faces").text());
    assertThat(crop.find()).isTrue();

    Answer image = browser.get(crop.group(1));
    assertThat(image.header("Content-Type")).isEqualTo("image/png");
    assertThat(image.header("Cache-Control")).isEqualTo("private, no-store");
    browser.get("/faces/nobody/crop").isProblem(404);
  }

  @Test
  void whatCannotBeSearchedWithIsSaid() {
    assertRefused(Photos.nobody().bytes(), 422, "find a face in this photo");
    assertRefused("text".getBytes(UTF_8), 415, "neither a JPEG nor a PNG");
    assertRefused(Photos.truncated().bytes(), 422, "is damaged");
    assertRefused(Photos.tooSmall().bytes(), 422, "less than 80 pixels");
    assertRefused(Photos.tooLarge().bytes(), 413, "larger than 15 MB");
    assertRefused(new byte[0], 400, "There is no photo");
  }

  @Test
  void formsOfOthersChangeNothing() {
    Form forged = new Form().file("photo", "a.jpg", GROUP);
    assertThat(SERVER.client().post("/faces", forged).status()).isEqualTo(403);
    Matcher crop = CROP.matcher(browser.get("/faces").text());
    assertThat(crop.find()).isTrue();
    String face = crop.group(1).replace("/crop", "");

    for (String change : List.of("delete", "restore", "tell-apart", "take-back")) {
      Answer refused = browser.post(face + "/" + change, Map.of("csrf", "0".repeat(64)));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("open for too long");
    }
    assertThat(browser.get("/faces").text()).contains("Faces: 2 ");
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    String searched = "0".repeat(32);

    for (String change : List.of("delete", "restore", "tell-apart", "take-back")) {
      Answer answer =
          browser.post("/faces", "/faces/nobody/" + change, Map.of("searched", searched));
      assertThat(answer.status()).as(change).isEqualTo(404);
      assertThat(answer.text()).contains("notice bad");
    }
    assertThat(browser.post("/faces", "/faces/x/tell-apart", Map.of()).status()).isEqualTo(400);
    assertThat(browser.get("/faces?after=nonsense").status()).isEqualTo(400);
    assertThat(browser.get("/faces?done=DELETED&face=nobody").text()).doesNotContain("is deleted");
  }

  @Test
  void aLongListHasPages() {
    Photo three =
        Photos.jpeg(Portrait.together(Person.KIRA, Person.LEON, Person.MAYA).size(640, 320));
    for (int crowd = 0; crowd < 8; crowd++) {
      index("crowd-%d.jpg".formatted(crowd), three);
    }
    Page page = CHROMIUM.open("/faces");
    assertThat(page.locator(".grid li")).hasCount(24);

    page.getByText("More").click();
    assertThat(page.locator(".grid .name")).hasText(new String[] {"Crowd 7", "Crowd 7"});
    page.locator(".grid button").first().click();
    assertThat(page.locator(".grid li")).hasCount(1);
    button(page, "Undo").click();
    assertThat(page.locator(".grid li")).hasCount(2);
  }

  @Test
  void aConnectionThatBreaksCanBeTriedAgain() {
    Page page = CHROMIUM.open("/faces");
    page.route("**/faces", route -> route.abort("connectionreset"));
    choose(page, GROUP);
    assertThat(page.locator("#refused")).containsText("The connection was lost");
    Pages.assertFlawless(page);

    page.unrouteAll();
    choose(page, GROUP);
    assertGroupIsFound(page);
    assertThat(page.locator("#refused")).isHidden();
  }

  @Test
  void filesThatCannotBeSentAreRefusedAtOnce() {
    Page page = CHROMIUM.open("/faces");

    choose(page, "menu.jpg", "I am no picture".getBytes(UTF_8));
    assertThat(page.locator("#refused")).containsText("neither a JPEG nor a PNG");
    choose(page, "large.jpg", Arrays.copyOf(GROUP.bytes(), 20 * 1024 * 1024));
    assertThat(page.locator("#refused")).containsText("larger than 15 MB");
  }

  @ParameterizedTest
  @EnumSource
  void everyStateIsFitToBeSeen(Device device) {
    forgetAll();
    device.show(CHROMIUM.open("/faces", device.first()), "faces-empty");
    indexSome();
    List<Person> others = Person.named().subList(3, 12);
    others.forEach(one -> index(one.name() + ".jpg", Photos.of(one)));
    index("Ada_at_the_races.jpg", Photos.of(Person.ADA));
    Page page = CHROMIUM.open("/faces", device.first());
    page.locator(".grid img").last().scrollIntoViewIfNeeded();
    device.show(page, "faces");

    choose(page, GROUP);
    assertThat(heading(page)).isFocused();
    device.show(page, "faces-found");
    notThisPerson(page).last().click();
    assertThat(button(page, "Undo")).isFocused();
    device.show(page, "faces-told-apart");
    choose(page, Photos.nobody());
    assertThat(page.locator("#result")).containsText("We couldn’t find a face");
    device.show(page, "faces-none");
  }

  private void index(String name, Photo photo) {
    PhotoName named = new PhotoName(name);
    indexed.add(named);
    assertThat(SERVER.application().get(IndexPhoto.class).index(named, photo, PhotoMetadata.NONE))
        .isInstanceOf(PhotoIndexing.Indexed.class);
  }

  private void assertRefused(byte[] sent, int status, String sentence) {
    Answer page = browser.post("/faces", new Form().file("photo", "a.jpg", sent));
    assertThat(page.status()).as(sentence).isEqualTo(status);
    assertThat(page.text()).contains(sentence, "notice bad");
  }

  /** Ada, Boris and, whom nobody knows, Clara. */
  private static void assertGroupIsFound(Page page) {
    assertThat(page.locator(".people .name"))
        .hasText(new String[] {"Ada lovelace", "Boris the bold", "Unknown"});
    assertThat(page.locator("#result")).containsText("Known: 2 of 3 faces.");
    assertThat(page.locator(".who").first()).containsText(Pattern.compile("9\\d\\.\\d % similar"));
    assertThat(page.locator(".caption").first()).containsText("Ada lovelace");
    assertThat(page.locator(".caption").last()).hasText("Unknown");
    assertThat(page.locator(".edge.known")).hasCount(2);
    assertMarked(page, ".edge.unknown");
  }

  /** The box lies on the photo's right. */
  private static void assertMarked(Page page, String edge) {
    var box = page.locator(edge).boundingBox();
    var photo = page.locator(".marked img").boundingBox();
    assertThat(photo.width).isGreaterThan(100);
    assertThat(box.width).isBetween(photo.width / 20, photo.width / 2);
    assertThat(box.x).isBetween(photo.x + photo.width / 2, photo.x + photo.width);
    assertThat(box.y).isBetween(photo.y - 20, photo.y + photo.height);
  }

  /** All that is stored. */
  private static long files() throws IOException {
    return Folders.files(SERVER.data().resolve("buckets")).size();
  }

  private static Form search(Photo photo) {
    return new Form().file("photo", "group.jpg", photo);
  }

  private static Locator heading(Page page) {
    return page.locator("#result h2");
  }

  private static Locator notThisPerson(Page page) {
    return page.getByRole(
        AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^Not this person")));
  }

  private static Locator delete(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named("Delete " + name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  private static void choose(Page page, Photo photo) {
    choose(page, "group.jpg", photo.bytes());
  }

  private static void choose(Page page, String name, byte[] content) {
    page.locator("#photo").setInputFiles(Hands.file(name, content));
  }
}
