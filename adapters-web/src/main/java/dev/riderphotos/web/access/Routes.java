package dev.riderphotos.web.access;

import static dev.riderphotos.web.access.Access.EVERYONE;
import static dev.riderphotos.web.access.Access.GALLERY;
import static dev.riderphotos.web.access.Access.INDEX;
import static dev.riderphotos.web.access.Access.OPERATOR;
import static dev.riderphotos.web.access.Access.REVIEWER;
import static dev.riderphotos.web.access.Access.RIDER;
import static dev.riderphotos.web.access.Access.SEARCH;
import static dev.riderphotos.web.access.Access.SIGNED;
import static dev.riderphotos.web.access.Access.VERIFIER;
import static dev.riderphotos.web.access.Access.VERIFY;
import static java.util.Map.entry;

import io.micronaut.http.HttpMethod;
import java.util.Map;
import java.util.Optional;

/**
 * Who may call what: the decision for every route there is. A route without one is refused to
 * everyone. Files (styles, scripts, the API's document) are no routes, and everyone's.
 */
public final class Routes {
  private static final Map<String, Access> DECISIONS =
      Map.ofEntries(
          // pages
          entry("GET /", RIDER),
          entry("POST /", RIDER),
          entry("POST /selfie", RIDER),
          entry("GET /appeal", RIDER),
          entry("POST /appeal", RIDER),
          entry("GET /drinks", EVERYONE),
          entry("POST /drinks", RIDER),
          entry("GET /executions", OPERATOR),
          entry("GET /executions/{id}", OPERATOR),
          entry("GET /executions/{id}/photo", OPERATOR),
          entry("GET /executions/{id}/faces/{faceId}", OPERATOR),
          entry("POST /executions/{id}/redrive", OPERATOR),
          entry("POST /executions/redrive", OPERATOR),
          entry("GET /dead-letters", OPERATOR),
          entry("POST /dead-letters/redrive", OPERATOR),
          entry("POST /dead-letters/{id}/redrive", OPERATOR),
          entry("GET /dead-letters/{id}/drop", OPERATOR),
          entry("POST /dead-letters/{id}/drop", OPERATOR),
          entry("POST /dead-letters/webhooks/on", OPERATOR),
          entry("POST /dead-letters/webhooks/redrive", OPERATOR),
          entry("POST /dead-letters/webhooks/{id}/redrive", OPERATOR),
          entry("GET /dead-letters/webhooks/{id}/drop", OPERATOR),
          entry("POST /dead-letters/webhooks/{id}/drop", OPERATOR),
          entry("GET /keys", OPERATOR),
          entry("POST /keys", OPERATOR),
          entry("GET /keys/{id}/revoke", OPERATOR),
          entry("POST /keys/{id}/revoke", OPERATOR),
          entry("POST /keys/links", OPERATOR),
          entry("POST /keys/links/revoke", OPERATOR),
          entry("GET /settings", OPERATOR),
          entry("GET /riders", OPERATOR),
          entry("GET /riders/{riderId}", OPERATOR),
          entry("GET /riders/{riderId}/erase", OPERATOR),
          entry("POST /riders/{riderId}/erase", OPERATOR),
          entry("GET /riders/{riderId}/kept", RIDER),
          entry("GET /riders/{riderId}/delete", RIDER),
          entry("POST /riders/{riderId}/delete", RIDER),
          entry("GET /erasure", EVERYONE), // with the address that the wish was answered with
          entry("GET /faces", OPERATOR),
          entry("POST /faces", OPERATOR),
          entry("GET /faces/{faceId}/crop", OPERATOR),
          entry("POST /faces/{faceId}/delete", OPERATOR),
          entry("POST /faces/{faceId}/restore", OPERATOR),
          entry("POST /faces/{faceId}/tell-apart", OPERATOR),
          entry("POST /faces/{faceId}/take-back", OPERATOR),
          entry("GET /migrations", OPERATOR),
          entry("POST /migrations", OPERATOR),
          entry("GET /migrations/{id}", OPERATOR),
          entry("GET /migrations/{id}/photos/{faceId}", OPERATOR),
          entry("POST /migrations/{id}/{act}", OPERATOR),
          entry("GET /migrations/{id}/review/{faceId}", OPERATOR),
          entry("POST /migrations/{id}/review/{faceId}", OPERATOR),
          entry("GET /reviews", REVIEWER),
          entry("POST /reviews/next", REVIEWER),
          entry("GET /reviews/{id}", REVIEWER),
          entry("GET /reviews/{id}/photos/{side}", REVIEWER),
          entry("POST /reviews/{id}/decisions", REVIEWER),
          entry("POST /reviews/{id}/undo", REVIEWER),
          entry("GET /audit", OPERATOR),
          entry("GET /audit/export", OPERATOR),
          entry("POST /audit/check", OPERATOR),
          entry("POST /audit/{number}/note/delete", OPERATOR),
          entry("GET /assets/{version}/{+file}", EVERYONE),
          entry("GET /portrait", EVERYONE),
          entry("GET /portrait/{example}", EVERYONE),
          entry("GET /openapi", EVERYONE),
          entry("GET /sign-in", EVERYONE),
          entry("POST /sign-in", EVERYONE),
          entry("POST /sign-out", EVERYONE),
          entry("GET /link", EVERYONE),
          entry("POST /link", EVERYONE),
          entry("GET /link/qr", RIDER),
          entry("POST /link/request", EVERYONE),
          entry("POST /riders/{riderId}/link", OPERATOR),
          entry("GET /v1/link-requests", OPERATOR),
          entry("POST /v1/link-requests/{riderId}", OPERATOR),
          entry("DELETE /v1/link-requests/{riderId}", OPERATOR),
          // riders: a photo goes in with the rider's link or a program's key
          entry("POST /v1/riders/{riderId}/photo", VERIFY),
          entry("GET /v1/riders/{riderId}", RIDER),
          entry("GET /v1/riders/{riderId}/thumbnail", RIDER),
          entry("GET /v1/riders/{riderId}/events", RIDER),
          entry("GET /v1/riders/{riderId}/data", RIDER),
          entry("POST /v1/riders/{riderId}/seen", VERIFIER),
          entry("POST /v1/riders/{riderId}/erasure", RIDER),
          entry("DELETE /v1/riders/{riderId}", OPERATOR),
          entry("GET /v1/erasure", EVERYONE),
          entry("GET /v1/receipts/key", EVERYONE),
          entry("GET /v1/consent", EVERYONE),
          // executions: a rider's own, by their unguessable ids
          entry("POST /v1/executions", OPERATOR),
          entry("GET /v1/executions", OPERATOR),
          entry("GET /v1/executions/{id}", VERIFY),
          entry("GET /v1/executions/{id}/events", VERIFY),
          entry("GET /v1/executions/{id}/photo", OPERATOR),
          entry("POST /v1/executions/{id}/redrive", OPERATOR),
          entry("POST /v1/executions/redrive", OPERATOR),
          entry("GET /v1/executions/export.csv", OPERATOR),
          entry("GET /v1/executions/export.jsonl", OPERATOR),
          entry("POST /v1/executions/{id}/appeal", VERIFY),
          // cases that people decide
          entry("GET /v1/reviews", REVIEWER),
          entry("GET /v1/reviews/{id}", REVIEWER),
          entry("GET /v1/reviews/{id}/photos/{side}", REVIEWER),
          entry("POST /v1/reviews/{id}/decisions", REVIEWER),
          entry("POST /v1/reviews/{id}/undo", REVIEWER),
          // drinks: a public catalogue, written to by riders
          entry("POST /v1/drink-photos/uploads", RIDER),
          entry("POST /v1/drink-photos/arrivals", RIDER),
          entry("GET /v1/drink-photos", EVERYONE),
          entry("POST /v1/drink-photos/find", EVERYONE),
          entry("DELETE /v1/drink-photos", OPERATOR),
          entry("GET /v1/bars", EVERYONE),
          entry("GET /v1/bars/{bar}/drinks", EVERYONE),
          entry("PUT /objects/{bucket}/{+key}", SIGNED),
          entry("POST /objects/{bucket}", SIGNED),
          entry("GET /objects/{bucket}/{+key}", SIGNED),
          // faces cut out of pictures
          entry("POST /v1/extractions", OPERATOR),
          entry("GET /v1/extractions", OPERATOR),
          entry("DELETE /v1/extractions", OPERATOR),
          entry("GET /v1/extractions/{chainId}", OPERATOR),
          entry("GET /v1/extractions/{chainId}/{cropId}", OPERATOR),
          // the gallery: programs index and search, operators see to it
          entry("PUT /v1/index/{+filename}", INDEX),
          entry("DELETE /v1/index/{+filename}", INDEX),
          entry("POST /v1/search", SEARCH),
          entry("PUT /v1/search", SEARCH),
          entry("GET /v1/info", GALLERY),
          entry("GET /v1/faces", OPERATOR),
          entry("GET /v1/faces/{faceId}", OPERATOR),
          entry("GET /v1/faces/{faceId}/crop", OPERATOR),
          entry("DELETE /v1/faces/{faceId}", OPERATOR),
          entry("POST /v1/faces/{faceId}/restore", OPERATOR),
          entry("DELETE /v1/searches/{searchedId}/matches/{faceId}", OPERATOR),
          entry("PUT /v1/searches/{searchedId}/matches/{faceId}", OPERATOR),
          // moves of collections to a new face model
          entry("POST /v1/migrations", OPERATOR),
          entry("GET /v1/migrations", OPERATOR),
          entry("GET /v1/migrations/{id}", OPERATOR),
          entry("GET /v1/migrations/{id}/events", OPERATOR),
          entry("GET /v1/migrations/{id}/faces", OPERATOR),
          entry("GET /v1/migrations/{id}/dead", OPERATOR),
          entry("GET /v1/migrations/{id}/review", OPERATOR),
          entry("GET /v1/migrations/{id}/review/{faceId}", OPERATOR),
          entry("POST /v1/migrations/{id}/review/{faceId}", OPERATOR),
          entry("POST /v1/migrations/{id}/pause", OPERATOR),
          entry("POST /v1/migrations/{id}/resume", OPERATOR),
          entry("POST /v1/migrations/{id}/cancel", OPERATOR),
          entry("POST /v1/migrations/{id}/redrive", OPERATOR),
          entry("POST /v1/migrations/{id}/verify", OPERATOR),
          entry("POST /v1/migrations/{id}/cut-over", OPERATOR),
          entry("POST /v1/migrations/{id}/back", OPERATOR),
          entry("POST /v1/migrations/{id}/finish", OPERATOR),
          // Rekognition's protocol: signed with keys of its own
          entry("POST /rekognition", SIGNED),
          // what was done and shown
          entry("GET /v1/audit", OPERATOR),
          entry("GET /v1/audit/verification", OPERATOR),
          entry("DELETE /v1/audit/{number}/note", OPERATOR),
          // operation
          entry("GET /v1/events/dead", OPERATOR),
          entry("POST /v1/events/dead/redrive", OPERATOR),
          entry("POST /v1/events/dead/{id}/redrive", OPERATOR),
          entry("DELETE /v1/events/dead/{id}", OPERATOR),
          entry("GET /v1/keys", OPERATOR),
          entry("POST /v1/keys", OPERATOR),
          entry("DELETE /v1/keys/{id}", OPERATOR),
          entry("POST /v1/riders/{riderId}/links", OPERATOR),
          entry("DELETE /v1/riders/{riderId}/links", OPERATOR),
          entry("GET /v1/links", OPERATOR),
          entry("DELETE /v1/links/{id}", OPERATOR),
          entry("GET /v1/settings", OPERATOR),
          entry("GET /v1/webhooks", OPERATOR),
          entry("POST /v1/webhooks/on", OPERATOR),
          entry("POST /v1/webhooks/test", OPERATOR),
          entry("GET /v1/webhooks/dead", OPERATOR),
          entry("POST /v1/webhooks/dead/redrive", OPERATOR),
          entry("POST /v1/webhooks/dead/{id}/redrive", OPERATOR),
          entry("DELETE /v1/webhooks/dead/{id}", OPERATOR),
          entry("GET /health", EVERYONE),
          entry("GET /health/{selector}", EVERYONE),
          entry("GET /prometheus", OPERATOR));

  private Routes() {}

  /**
   * What is decided; nothing of a route that nobody thought of.
   *
   * @param template the route's path with its variables, such as {@code /v1/riders/{riderId}}
   */
  public static Optional<Access> decision(HttpMethod method, String template) {
    HttpMethod asked = method == HttpMethod.HEAD ? HttpMethod.GET : method;
    return Optional.ofNullable(DECISIONS.get(asked + " " + template));
  }

  /** Whether people meet the path in a browser: they are shown to the sign-in. */
  static boolean page(String path) {
    return !path.matches("/(v1|assets|static|selfie|objects|rekognition|health|prometheus)(/.*)?");
  }
}
