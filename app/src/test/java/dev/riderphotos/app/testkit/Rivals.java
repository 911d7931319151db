package dev.riderphotos.app.testkit;

import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.gallery.GalleryPhotos;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Lets somebody else come first at every change of drinks and of the gallery, while a test says so,
 * in an application that is opened with the property.
 */
@Factory
@Requires(property = Rivals.PROPERTY)
public final class Rivals {
  public static final String PROPERTY = "tests.rivals";

  private static volatile boolean quicker;

  public static void areQuicker(boolean now) {
    quicker = now;
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<DrinkPhotos> drinks() {
    return (BeanCreatedEvent<DrinkPhotos> event) -> before(DrinkPhotos.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<GalleryPhotos> gallery() {
    return (BeanCreatedEvent<GalleryPhotos> event) -> before(GalleryPhotos.class, event.getBean());
  }

  private static <P> P before(Class<P> port, P real) {
    Object rivalled =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, given) -> {
              if (quicker && method.getName().equals("replace")) {
                return Optional.empty(); // and they took it away again
              }
              try {
                return method.invoke(real, given);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    return port.cast(rivalled);
  }
}
