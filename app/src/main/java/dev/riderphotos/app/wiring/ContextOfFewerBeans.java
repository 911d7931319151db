package dev.riderphotos.app.wiring;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.inject.BeanDefinitionReference;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a context that leaves out beans by their packages. A condition would do so, too, but only
 * once a bean's definition has been loaded, and a context loads all of them at its start.
 */
@SuppressWarnings("rawtypes") // as Micronaut has them
final class ContextOfFewerBeans extends DefaultApplicationContextBuilder {
  /** What answers over HTTP. */
  private static final List<String> SERVER =
      List.of(
          "dev.riderphotos.rekognition.",
          "dev.riderphotos.web.",
          "io.micronaut.discovery.",
          "io.micronaut.health.",
          "io.micronaut.http.",
          "io.micronaut.management.",
          "io.micronaut.runtime.context.scope.refresh.",
          "io.micronaut.scheduling.io.watch.",
          "io.micronaut.views.",
          "io.micronaut.web.");

  /** Commands ask these what a server's visitors ask them. */
  private static final List<String> ALSO_OF_COMMANDS =
      List.of("dev.riderphotos.web.audit.", "dev.riderphotos.web.review.");

  /** What clients of AWS are made by. */
  private static final List<String> AWS = List.of("io.micronaut.aws.");

  private static final MethodHandles.Lookup CONSTRUCTORS = MethodHandles.publicLookup();
  private static final MethodType NOTHING = MethodType.methodType(void.class);

  private final List<String> leftOut = new ArrayList<>();

  ContextOfFewerBeans withoutServer() {
    leftOut.addAll(SERVER);
    return this;
  }

  /** May be said until the context starts. */
  void withoutAws() {
    leftOut.addAll(AWS);
  }

  @Override
  protected ApplicationContext newApplicationContext() {
    return new DefaultApplicationContext(this) {
      @Override
      protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
        List<BeanDefinitionReference> found = new ArrayList<>();
        SoftServiceLoader.<BeanDefinitionReference>newCollector(
                BeanDefinitionReference.class.getName(), _ -> true, getClassLoader(), this::loaded)
            .collect(found, false);
        return found;
      }

      private @Nullable BeanDefinitionReference loaded(String name) {
        return isLeftOut(name) ? null : present(name, getClassLoader());
      }
    };
  }

  private boolean isLeftOut(String definition) {
    return leftOut.stream().anyMatch(definition::startsWith)
        && ALSO_OF_COMMANDS.stream().noneMatch(definition::startsWith);
  }

  /** Null where something is missing that it is about, as of a library that is not there. */
  private static @Nullable BeanDefinitionReference present(String name, ClassLoader classes) {
    try {
      Class<?> definition = Class.forName(name, false, classes);
      var made =
          (BeanDefinitionReference) CONSTRUCTORS.findConstructor(definition, NOTHING).invoke();
      return made.isPresent() ? made : null;
    } catch (NoClassDefFoundError | ReflectiveOperationException missing) {
      return null;
    } catch (RuntimeException | Error fault) {
      throw fault;
    } catch (Throwable fault) {
      throw new IllegalStateException(name, fault);
    }
  }
}
