package dev.riderphotos.app.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.riderphotos.photo.Photo;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A browser on the pages of a server, for all tests of a class; they are skipped where none is
 * installed. After every test it sees to it that no page broke its own security policy, threw an
 * error, or asked anybody else for anything.
 */
public final class Chromium
    implements ExecutionCondition, BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream");

  /** As long as the longest test on a busy machine. */
  private static final double PATIENCE = 60_000;

  private static final int FRAMES = 20;

  private static final String INLINE =
      "(?i)<style|<script(?![^>]*\\ssrc=)|\\sstyle=|\\son[a-z]+=|javascript:";

  private static final String NONE =
      "No Chromium is installed, so no page is tested: apt-get install chromium-headless-shell";

  /** The first is a browser without windows, which takes half the time. */
  private static final List<String> NAMES =
      List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

  private final Supplier<Client> server;
  private final @Nullable Photo view;
  private final boolean skipsAll;
  private final List<BrowserContext> visits = new ArrayList<>();
  private final List<String> offences = new ArrayList<>();
  private @Nullable Path film;
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  private Chromium(Supplier<Client> server, @Nullable Photo view, boolean skipsAll) {
    this.server = server;
    this.view = view;
    this.skipsAll = skipsAll;
  }

  public static Chromium on(RunningServer server) {
    return new Chromium(server::client, null, true);
  }

  /** For a class whose other tests need no browser: those alone are skipped that open a page. */
  public static Chromium besideOtherTests(AwsServer server) {
    return new Chromium(server::client, null, false);
  }

  /** With a camera that sees what is in the photo. */
  public Chromium seeing(Photo photo) {
    return new Chromium(server, photo, skipsAll);
  }

  public Page open(String path) {
    return open(path, Look.DESK_LIGHT);
  }

  public Page open(String path, Look look) {
    return open(path, look.options());
  }

  public Page openWithoutJavaScript(String path) {
    return open(path, Look.DESK_LIGHT.options().setJavaScriptEnabled(false));
  }

  /** A visitor of its own, who knows of no other page. */
  public Page open(String path, NewContextOptions options) {
    Page page = visit(options.setBaseURL(url()), url());
    Response answer = page.navigate(path);
    assertThat(answer.headerValue("Content-Security-Policy")).doesNotContain("unsafe-inline");
    assertThat(answer.text()).doesNotContainPattern(INLINE);
    return page;
  }

  /** A page that another server of ours has, and that calls this one. */
  public Page openFrom(String origin, String path, Look look) {
    Page page = visit(look.options().setBaseURL(origin), origin);
    page.navigate(path);
    return page;
  }

  public String url() {
    return "http://localhost:" + server.get().port();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return skipsAll && installed().isEmpty()
        ? ConditionEvaluationResult.disabled(NONE)
        : ConditionEvaluationResult.enabled("Chromium is installed, or not for all tests");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (installed().isPresent()) {
      launch(installed().get());
    }
  }

  private void launch(Path chromium) throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = new ArrayList<>(ARGUMENTS);
    if (view != null) {
      film = film(view);
      arguments.add("--use-file-for-fake-video-capture=" + film);
    }
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(arguments));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    visits.forEach(Chromium::leave);
    visits.clear();
    List<String> found = List.copyOf(offences);
    offences.clear();
    assertThat(found).isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (playwright != null) {
      playwright.close(); // and its browser
    }
    if (film != null) {
      Files.delete(film);
    }
  }

  private Page visit(NewContextOptions options, String origin) {
    assumeTrue(browser != null, NONE);
    BrowserContext visit = requireNonNull(browser).newContext(options.setPermissions(List.of()));
    visits.add(visit);
    visit.setDefaultTimeout(PATIENCE);
    Page page = visit.newPage();
    watch(page, origin);
    return page;
  }

  /** A page that still asks when it is closed would have a test's handler answer a closed page. */
  private static void leave(BrowserContext visit) {
    visit.pages().forEach(Page::unrouteAll);
    visit.close();
  }

  private void watch(Page page, String origin) {
    page.onPageError(offences::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            offences.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(url())
              && !request.url().startsWith(origin)
              && !request.url().matches("(?s)(blob|data):.*")) {
            offences.add("asked somebody else: " + request.url());
          }
        });
  }

  private static Optional<Path> installed() {
    List<Path> folders =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Motion JPEG: the same picture again and again. */
  private static Path film(Photo photo) throws IOException {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int frame = 0; frame < FRAMES; frame++) {
      frames.writeBytes(photo.bytes());
    }
    return Files.write(Files.createTempFile("rider-photos-camera", ".mjpeg"), frames.toByteArray());
  }
}
