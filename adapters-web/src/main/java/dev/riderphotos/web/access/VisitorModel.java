package dev.riderphotos.web.access;

import dev.riderphotos.access.RiderLink;
import dev.riderphotos.access.Session;
import dev.riderphotos.access.Signatures;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives every page its {@link Visitor}, the token for its forms, as {@code csrf}, and as {@code
 * sender} under what its script keeps a photo that waits.
 */
@Singleton
final class VisitorModel implements ViewModelProcessor<Map<String, Object>> {
  private static final int SENDER = 32;

  private final CsrfTokens tokens;
  private final Signatures signatures;

  VisitorModel(CsrfTokens tokens, Signatures signatures) {
    this.tokens = tokens;
    this.signatures = signatures;
  }

  @Override
  public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> page) {
    Map<String, Object> model = new HashMap<>(page.getModel().orElse(Map.of()));
    model.put("visitor", Visitor.of(Caller.of(request)));
    model.put(CsrfTokens.FIELD, tokens.token(request));
    model.put("sender", sender(request));
    page.setModel(model);
  }

  /** Names the link that opened the session, or who else it is, and gives nothing of it away. */
  private String sender(HttpRequest<?> request) {
    String link =
        SessionCookies.present(request) instanceof Session.OfRider(RiderLink opened, _)
            ? opened.expiresAt() + " " + opened.id()
            : "";
    return signatures.sign("sender", Caller.of(request).subject(), link).substring(0, SENDER);
  }
}
