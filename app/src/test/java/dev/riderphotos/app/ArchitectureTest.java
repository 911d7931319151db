package dev.riderphotos.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.app.broken.HomesickFace;
import dev.riderphotos.app.broken.bell.Bell;
import dev.riderphotos.app.broken.rope.Rope;
import dev.riderphotos.app.broken.unmarked.Perhaps;
import dev.riderphotos.app.broken.util.Leftover;
import dev.riderphotos.aws.AwsCalls;
import dev.riderphotos.documents.JournalJson;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.intake.Intake;
import dev.riderphotos.jose.JoseReceiptSeal;
import dev.riderphotos.jpegturbo.TurboJpeg;
import dev.riderphotos.natives.KeptLibrary;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rekognition.Rekognition;
import dev.riderphotos.ruler.Ruler;
import dev.riderphotos.smtp.SmtpServer;
import dev.riderphotos.web.Problem;
import dev.riderphotos.webhooks.HttpWebhooks;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The product keeps the rules of its architecture; and each rule finds what breaks it, in a package
 * made for that. A module is known by one of its classes.
 */
class ArchitectureTest {
  private static final Class<?> DOMAIN = HealthChecked.class;
  private static final Class<?> NATIVES = KeptLibrary.class;
  private static final Class<?> ENGINE = FaceEngine.class;
  private static final Class<?> RULER = Ruler.class;
  private static final Class<?> PORTRAITS = Portrait.class;
  private static final Class<?> DOCUMENTS = JournalJson.class;
  private static final Class<?> IMAGING = ImageIoPhotoOpener.class;
  private static final Class<?> TURBO = TurboJpeg.class;
  private static final Class<?> EMBEDDED = DataFolder.class;
  private static final Class<?> AWS = AwsCalls.class;
  private static final Class<?> SMTP = SmtpServer.class;
  private static final Class<?> WEBHOOKS = HttpWebhooks.class;
  private static final Class<?> JOSE = JoseReceiptSeal.class;
  private static final Class<?> INTAKE = Intake.class;
  private static final Class<?> WEB = Problem.class;
  private static final Class<?> REKOGNITION = Rekognition.class;
  private static final Class<?> APP = RiderPhotos.class;

  private static final String ROOT = DOMAIN.getPackageName();
  private static final String BROKEN = HomesickFace.class.getPackageName();

  private static final List<Class<?>> MODULES =
      List.of(
          DOMAIN,
          NATIVES,
          ENGINE,
          RULER,
          PORTRAITS,
          DOCUMENTS,
          IMAGING,
          TURBO,
          EMBEDDED,
          AWS,
          SMTP,
          WEBHOOKS,
          JOSE,
          INTAKE,
          WEB,
          REKOGNITION,
          APP);

  /** Which other modules each knows; app knows all. */
  private static final Map<Class<?>, Set<Class<?>>> KNOWN =
      Map.ofEntries(
          Map.entry(DOMAIN, Set.of()),
          Map.entry(NATIVES, Set.of()),
          Map.entry(ENGINE, Set.of(NATIVES)),
          Map.entry(RULER, Set.of()),
          Map.entry(PORTRAITS, Set.of()),
          Map.entry(DOCUMENTS, Set.of(DOMAIN)),
          Map.entry(IMAGING, Set.of(DOMAIN)),
          Map.entry(TURBO, Set.of(IMAGING, NATIVES)),
          Map.entry(EMBEDDED, Set.of(DOMAIN, DOCUMENTS, ENGINE, IMAGING, NATIVES)),
          Map.entry(AWS, Set.of(DOMAIN, DOCUMENTS)),
          Map.entry(SMTP, Set.of(DOMAIN)),
          Map.entry(WEBHOOKS, Set.of(DOMAIN, DOCUMENTS)),
          Map.entry(JOSE, Set.of(DOMAIN)),
          Map.entry(INTAKE, Set.of()),
          Map.entry(WEB, Set.of(DOMAIN, INTAKE)),
          Map.entry(REKOGNITION, Set.of(DOMAIN, INTAKE)));

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(at -> !at.contains("-tests.jar"))
          .importPackages(ROOT);

  private static final JavaClasses MISTAKES = new ClassFileImporter().importPackages(BROKEN);

  @Test
  void everyModuleIsLookedAt() {
    assertThat(MODULES).allSatisfy(type -> assertThat(PRODUCT.that(moduleOf(type))).isNotEmpty());
    assertThat(PRODUCT.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void theDomainStandsAlone() {
    Architecture.standsAlone(moduleOf(DOMAIN)).check(PRODUCT);

    assertBreaks(Architecture.standsAlone(resideInAPackage(BROKEN)), HomesickFace.class);
  }

  @Test
  void featuresDoNotGoInCircles() {
    Architecture.hasNoCycles(ROOT).check(PRODUCT.that(moduleOf(DOMAIN)));
    Stream.of(ENGINE, EMBEDDED, AWS, WEB, REKOGNITION, APP)
        .forEach(
            module ->
                Architecture.hasNoCycles(module.getPackageName())
                    .check(PRODUCT.that(moduleOf(module))));

    assertBreaks(Architecture.hasNoCycles(BROKEN), Bell.class);
    assertBreaks(Architecture.hasNoCycles(BROKEN), Rope.class);
  }

  @Test
  void theFrameworkStaysAtTheEdge() {
    DescribedPredicate<JavaClass> edge = moduleOf(WEB).or(moduleOf(REKOGNITION)).or(moduleOf(APP));
    Architecture.knowsNoFramework(DescribedPredicate.not(edge)).check(PRODUCT);

    assertBreaks(Architecture.knowsNoFramework(resideInAPackage(BROKEN)), HomesickFace.class);
  }

  @Test
  void everyModuleKnowsWhatItMayAlone() {
    KNOWN.forEach(
        (module, known) ->
            Architecture.doesNotKnow(moduleOf(module), oneOf(othersThan(module, known)))
                .check(PRODUCT));

    assertBreaks(
        Architecture.doesNotKnow(resideInAPackage(BROKEN), moduleOf(EMBEDDED)), HomesickFace.class);
  }

  @Test
  void packagesAreNotNamedByKindsOfClasses() {
    Architecture.hasNoStereotypes().check(PRODUCT);

    assertBreaks(Architecture.hasNoStereotypes(), Leftover.class);
  }

  @Test
  void everyPackageSaysWhereNullMayBe() {
    Architecture.saysWhereNullMayBe().check(PRODUCT);

    assertBreaks(Architecture.saysWhereNullMayBe(), Perhaps.class);
  }

  private static void assertBreaks(ArchRule rule, Class<?> mistake) {
    List<String> details = rule.evaluate(MISTAKES).getFailureReport().getDetails();
    assertThat(details).anyMatch(detail -> detail.contains(mistake.getSimpleName()));
  }

  private static List<Class<?>> othersThan(Class<?> module, Set<Class<?>> known) {
    return MODULES.stream()
        .filter(other -> !other.equals(module) && !known.contains(other))
        .toList();
  }

  private static DescribedPredicate<JavaClass> oneOf(List<Class<?>> modules) {
    return DescribedPredicate.or(modules.stream().map(ArchitectureTest::moduleOf).toList());
  }

  /** The classes that come from where this one comes from. */
  private static DescribedPredicate<JavaClass> moduleOf(Class<?> type) {
    URL location = type.getProtectionDomain().getCodeSource().getLocation();
    return describe(
        "in the module of " + type.getSimpleName(),
        other ->
            Optional.of(other)
                .flatMap(JavaClass::getSource)
                .filter(source -> source.getUri().toString().contains(location.getPath()))
                .isPresent());
  }
}
