package dev.riderphotos.web.consent;

import dev.riderphotos.consent.ConsentText;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.web.page.Languages;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives the page that takes photos what its reader agrees to before, as {@code agreement}. */
@Singleton
final class ConsentModel implements ViewModelProcessor<Map<String, Object>> {
  private static final String PAGE = "verification/selfie";

  private final Consents consents;

  ConsentModel(Consents consents) {
    this.consents = consents;
  }

  /**
   * What is agreed to.
   *
   * @param language which it is in: not always the page's
   * @param direction where its lines begin, as HTML calls it
   */
  @Introspected
  record Agreement(
      String version, String language, String direction, List<List<Piece>> paragraphs) {
    static Agreement of(ConsentText text) {
      return new Agreement(
          text.version(),
          text.language().tag(),
          text.language().direction(),
          text.paragraphs().stream().map(Piece::of).toList());
    }
  }

  /**
   * A part of a paragraph.
   *
   * @param address where it leads, if it is an address of a page or of mail
   */
  @Introspected
  record Piece(String text, @Nullable String address) {
    private static final Pattern ADDRESS =
        Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]|[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    static List<Piece> of(String paragraph) {
      List<Piece> pieces = new ArrayList<>();
      Matcher address = ADDRESS.matcher(paragraph);
      int end = 0;
      while (address.find()) {
        pieces.add(new Piece(paragraph.substring(end, address.start()), null));
        String found = address.group();
        pieces.add(new Piece(found, found.startsWith("http") ? found : "mailto:" + found));
        end = address.end();
      }
      pieces.add(new Piece(paragraph.substring(end), null));
      return pieces;
    }
  }

  @Override
  public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> page) {
    if (consents.asked() != Consents.Asked.OFF && page.getView().filter(PAGE::equals).isPresent()) {
      Map<String, Object> model = new HashMap<>(page.getModel().orElse(Map.of()));
      model.put("agreement", Agreement.of(consents.text(Languages.of(request))));
      page.setModel(model);
    }
  }
}
