package dev.riderphotos.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.NullMarked;

/** The rules that the build graph cannot state. */
final class Architecture {
  /** Names that say what kind of class lives there, and not what it is about. */
  private static final String[] STEREOTYPES = {
    "..service..",
    "..services..",
    "..dto..",
    "..mapper..",
    "..util..",
    "..utils..",
    "..impl..",
    "..in..",
    "..out..",
    "..helper..",
    "..manager..",
    "..common.."
  };

  private Architecture() {}

  static ArchRule standsAlone(DescribedPredicate<JavaClass> module) {
    return classes()
        .that(module)
        .should()
        .onlyDependOnClassesThat(
            module
                .onResultOf(JavaClass::getBaseComponentType)
                .or(JavaClass.Predicates.resideInAnyPackage("java..", "javax.crypto.."))
                .or(JavaClass.Predicates.resideInAPackage(NullMarked.class.getPackageName())))
        .because("what the product means must not depend on what it runs on");
  }

  static ArchRule hasNoCycles(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature that needs another one must not be needed by it");
  }

  static ArchRule knowsNoFramework(DescribedPredicate<JavaClass> where) {
    return noClasses()
        .that(where)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                firstTwo(ApplicationContext.class) + "..", Singleton.class.getPackageName() + ".."))
        .because("only what is asked over HTTP and the composition root know the framework");
  }

  static ArchRule doesNotKnow(
      DescribedPredicate<JavaClass> module, DescribedPredicate<JavaClass> other) {
    return noClasses()
        .that(module)
        .should()
        .dependOnClassesThat(other)
        .because("adapters are chosen one by one, so none may count on another");
  }

  static ArchRule hasNoStereotypes() {
    return noClasses()
        .should()
        .resideInAnyPackage(STEREOTYPES)
        .because("packages are named by feature or technology, never by kind of class");
  }

  static ArchRule saysWhereNullMayBe() {
    return classes()
        .should(liveInAMarkedPackage())
        .because("callers of an unmarked package are not held to anything");
  }

  private static ArchCondition<JavaClass> liveInAMarkedPackage() {
    return new ArchCondition<>("live in a package whose package-info is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked =
            type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        events.add(
            new SimpleConditionEvent(type, marked, type.getName() + " is in an unmarked package"));
      }
    };
  }

  /** The first two parts of the name of the class's package. */
  private static String firstTwo(Class<?> type) {
    String[] parts = type.getPackageName().split("\\.", 3);
    return parts[0] + "." + parts[1];
  }
}
