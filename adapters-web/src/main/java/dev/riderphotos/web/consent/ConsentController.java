package dev.riderphotos.web.consent;

import dev.riderphotos.consent.Consents;
import dev.riderphotos.language.Language;
import dev.riderphotos.web.page.Languages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells programs what riders agree to. */
@Controller("/v1/consent")
@Tag(name = "Riders")
class ConsentController {
  private final Consents consents;

  ConsentController(Consents consents) {
    this.consents = consents;
  }

  @Operation(
      summary = "What riders agree to before a photo of them is taken",
      description =
          "The present text in the language asked for by lang or Accept-Language, and its version,"
              + " which is sent as consent with a photo.")
  @Get
  ConsentTextAnswer consent(HttpRequest<?> request, @QueryValue @Nullable String lang) {
    Language language = Languages.wished(request, lang).orElse(Language.ENGLISH);
    return ConsentTextAnswer.of(consents, consents.text(language));
  }
}
