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
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.intake.Intake;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rekognition.Rekognition;
import dev.riderphotos.smtp.SmtpServer;
import dev.riderphotos.web.Problem;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The product keeps the rules of its architecture; and each rule finds what breaks it, in a package
 * made for that. A module is known by one of its classes.
 */
class ArchitectureTest {
  private static final Class<?> DOMAIN = HealthChecked.class;
  private static final Class<?> ENGINE = FaceEngine.class;
  private static final Class<?> PORTRAITS = Portrait.class;
  private static final Class<?> IMAGING = ImageIoPhotoOpener.class;
  private static final Class<?> EMBEDDED = DataFolder.class;
  private static final Class<?> AWS = AwsCalls.class;
  private static final Class<?> SMTP = SmtpServer.class;
  private static final Class<?> INTAKE = Intake.class;
  private static final Class<?> WEB = Problem.class;
  private static final Class<?> REKOGNITION = Rekognition.class;
  private static final Class<?> APP = RiderPhotos.class;

  private static final String ROOT = DOMAIN.getPackageName();
  private static final String BROKEN = HomesickFace.class.getPackageName();

  /** Which modules know which, of those that could. */
  private static final Map<Class<?>, List<Class<?>>> IGNORANT =
      Map.of(
          ENGINE,
              List.of(
                  DOMAIN, PORTRAITS, IMAGING, EMBEDDED, AWS, SMTP, INTAKE, WEB, REKOGNITION, APP),
          PORTRAITS,
              List.of(DOMAIN, ENGINE, IMAGING, EMBEDDED, AWS, SMTP, INTAKE, WEB, REKOGNITION, APP),
          IMAGING, List.of(ENGINE, PORTRAITS, EMBEDDED, AWS, SMTP, INTAKE, WEB, REKOGNITION, APP),
          EMBEDDED, List.of(PORTRAITS, AWS, SMTP, INTAKE, WEB, REKOGNITION, APP),
          AWS, List.of(ENGINE, PORTRAITS, IMAGING, EMBEDDED, SMTP, INTAKE, WEB, REKOGNITION, APP),
          SMTP, List.of(ENGINE, PORTRAITS, IMAGING, EMBEDDED, AWS, INTAKE, WEB, REKOGNITION, APP),
          INTAKE,
              List.of(
                  DOMAIN, ENGINE, PORTRAITS, IMAGING, EMBEDDED, AWS, SMTP, WEB, REKOGNITION, APP),
          WEB, List.of(ENGINE, PORTRAITS, IMAGING, EMBEDDED, AWS, SMTP, REKOGNITION, APP),
          REKOGNITION, List.of(ENGINE, PORTRAITS, IMAGING, EMBEDDED, AWS, SMTP, WEB, APP));

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(at -> !at.contains("-tests.jar"))
          .importPackages(ROOT);

  private static final JavaClasses MISTAKES = new ClassFileImporter().importPackages(BROKEN);

  @Test
  void everyModuleIsLookedAt() {
    assertThat(
            Stream.of(
                DOMAIN,
                ENGINE,
                PORTRAITS,
                IMAGING,
                EMBEDDED,
                AWS,
                SMTP,
                INTAKE,
                WEB,
                REKOGNITION,
                APP))
        .allSatisfy(type -> assertThat(PRODUCT.that(moduleOf(type))).isNotEmpty());
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
    Architecture.hasNoCycles(WEB.getPackageName()).check(PRODUCT.that(moduleOf(WEB)));

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
  void adaptersDoNotKnowEachOther() {
    IGNORANT.forEach(
        (module, others) ->
            Architecture.doesNotKnow(moduleOf(module), oneOf(others)).check(PRODUCT));

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
