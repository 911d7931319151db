package dev.riderphotos.web.page;

import io.micronaut.context.MessageSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.i18n.ResourceBundleMessageSource;
import jakarta.inject.Singleton;

/** The texts of all pages, for {@code #{…}} in the templates. */
@Factory
final class PageMessages {
  private static final String BUNDLE = "dev.riderphotos.web.messages";

  @Singleton
  MessageSource messages() {
    return new ResourceBundleMessageSource(BUNDLE);
  }
}
