package dev.riderphotos.web.audit;

import static java.util.Map.entry;

import dev.riderphotos.audit.Act;
import io.micronaut.http.HttpMethod;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the audit is told of each route before it is answered, or why nothing. A route that is not
 * here has not been thought of, which a test finds.
 */
public final class AuditedRoutes {
  private static final String PUBLIC = "is everybody's, and no rider is to be seen on it";
  private static final String READS = "shows records alone: pictures in them are asked for apart";
  private static final String SENDS = "begins what keeps a record of its own";
  private static final String OWN = "shows riders what they sent themselves a moment ago";
  private static final String SIGNED = "was signed by what is told, or is a drink";
  private static final String VISIT = "begins or ends a visit, and changes nothing";
  private static final String ASKS = "asks for something: what is done about it is told";
  private static final String CASES = "is told by what decides cases, which knows the decision";

  private static final String TRIES = "tells another program that somebody tries, and nothing else";
  private static final String CALLS = "tells what it deletes, once it knows who has signed it";

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          // pages
          entry("GET /", untold(OWN)),
          entry("POST /", untold(SENDS)),
          entry("POST /selfie", untold(SENDS)),
          entry("GET /appeal", untold(ASKS)),
          entry("POST /appeal", told(Act.APPEALED)),
          entry("GET /drinks", untold(PUBLIC)),
          entry("POST /drinks", untold(SENDS)),
          entry("GET /executions", untold(READS)),
          entry("GET /executions/{id}", untold(READS)),
          entry("GET /executions/{id}/photo", veiled(Act.PHOTO_SHOWN, "id")),
          entry("GET /executions/{id}/faces/{faceId}", veiled(Act.PHOTO_SHOWN, "faceId")),
          entry("POST /executions/{id}/redrive", veiled(Act.REDRIVEN, "id")),
          entry("POST /executions/redrive", told(Act.REDRIVEN)),
          entry("GET /dead-letters", untold(READS)),
          entry("POST /dead-letters/redrive", told(Act.REDRIVEN)),
          entry("POST /dead-letters/{id}/redrive", told(Act.REDRIVEN, "id")),
          entry("GET /dead-letters/{id}/drop", untold(READS)),
          entry("POST /dead-letters/{id}/drop", told(Act.DELETED, "id")),
          entry("POST /dead-letters/webhooks/on", redriven("webhooks")),
          entry("POST /dead-letters/webhooks/redrive", told(Act.REDRIVEN)),
          entry("POST /dead-letters/webhooks/{id}/redrive", told(Act.REDRIVEN, "id")),
          entry("GET /dead-letters/webhooks/{id}/drop", untold(READS)),
          entry("POST /dead-letters/webhooks/{id}/drop", told(Act.DELETED, "id")),
          entry("GET /keys", untold(READS)),
          entry("POST /keys", told(Act.KEY_CREATED)),
          entry("GET /keys/{id}/revoke", untold(READS)),
          entry("POST /keys/{id}/revoke", told(Act.KEY_REVOKED, "id")),
          entry("POST /keys/links", told(Act.LINK_MADE)),
          entry("POST /keys/links/revoke", told(Act.LINK_REVOKED)),
          entry("GET /settings", untold(READS)),
          entry("GET /riders", untold(READS)),
          entry("GET /riders/{riderId}", untold(READS)),
          entry("GET /riders/{riderId}/erase", untold(READS)),
          entry("POST /riders/{riderId}/erase", told(Act.RIDER_ERASED)),
          entry("GET /riders/{riderId}/kept", untold(READS)),
          entry("GET /riders/{riderId}/delete", untold(READS)),
          entry("POST /riders/{riderId}/delete", told(Act.RIDER_ERASED)),
          entry("GET /erasure", untold(READS)),
          entry("GET /faces", untold(READS)),
          entry("POST /faces", untold(READS)),
          entry("GET /faces/{faceId}/crop", told(Act.PHOTO_SHOWN, "faceId")),
          entry("POST /faces/{faceId}/delete", told(Act.DELETED, "faceId")),
          entry("POST /faces/{faceId}/restore", told(Act.RESTORED, "faceId")),
          entry("POST /faces/{faceId}/tell-apart", told(Act.TOLD_APART, "faceId")),
          entry("POST /faces/{faceId}/take-back", told(Act.TOLD_TOGETHER, "faceId")),
          entry("GET /migrations", untold(READS)),
          entry("POST /migrations", told(Act.MIGRATION_COMMANDED)),
          entry("GET /migrations/{id}", untold(READS)),
          entry("GET /migrations/{id}/photos/{faceId}", told(Act.PHOTO_SHOWN, "faceId")),
          entry("POST /migrations/{id}/{act}", migration("act")),
          entry("GET /migrations/{id}/review/{faceId}", untold(READS)),
          entry("POST /migrations/{id}/review/{faceId}", migration("faceId")),
          entry("GET /reviews", untold(READS)),
          entry("POST /reviews/next", untold(READS)),
          entry("GET /reviews/{id}", told(Act.CASE_OPENED, "id")),
          entry("GET /reviews/{id}/photos/{side}", told(Act.PHOTO_SHOWN, "id")),
          entry("POST /reviews/{id}/decisions", untold(CASES)),
          entry("POST /reviews/{id}/undo", untold(CASES)),
          entry("GET /audit", untold(READS)),
          entry("GET /audit/export", exported("audit")),
          entry("POST /audit/check", untold(READS)),
          entry("POST /audit/{number}/note/delete", told(Act.NOTE_DELETED, "number")),
          entry("GET /assets/{version}/{+file}", untold(PUBLIC)),
          entry("GET /portrait", untold(PUBLIC)),
          entry("GET /portrait/{example}", untold(PUBLIC)),
          entry("GET /openapi", untold(PUBLIC)),
          entry("GET /sign-in", untold(VISIT)),
          entry("POST /sign-in", untold(VISIT)),
          entry("POST /sign-out", untold(VISIT)),
          entry("GET /link", untold(VISIT)),
          entry("POST /link", untold(VISIT)),
          entry("GET /link/qr", told(Act.LINK_MADE)),
          entry("POST /link/request", untold(ASKS)),
          entry("POST /riders/{riderId}/link", told(Act.LINK_MADE)),
          entry("GET /v1/link-requests", untold(READS)),
          entry("POST /v1/link-requests/{riderId}", told(Act.LINK_MADE)),
          entry("DELETE /v1/link-requests/{riderId}", told(Act.DELETED)),
          // riders
          entry("POST /v1/riders/{riderId}/photo", untold(SENDS)),
          entry("GET /v1/riders/{riderId}", untold(READS)),
          entry("GET /v1/riders/{riderId}/thumbnail", told(Act.PHOTO_SHOWN)),
          entry("GET /v1/riders/{riderId}/events", untold(READS)),
          entry("POST /v1/riders/{riderId}/seen", untold(VISIT)),
          entry("GET /v1/riders/{riderId}/data", exported("rider")),
          entry("POST /v1/riders/{riderId}/erasure", told(Act.RIDER_ERASED)),
          entry("DELETE /v1/riders/{riderId}", told(Act.RIDER_ERASED)),
          entry("GET /v1/erasure", untold(READS)),
          entry("GET /v1/consent", untold(PUBLIC)),
          entry("GET /v1/receipts/key", untold(PUBLIC)),
          // executions
          entry("POST /v1/executions", untold(SENDS)),
          entry("GET /v1/executions", untold(READS)),
          entry("GET /v1/executions/{id}", untold(READS)),
          entry("GET /v1/executions/{id}/events", untold(READS)),
          entry("GET /v1/executions/{id}/photo", veiled(Act.PHOTO_SHOWN, "id")),
          entry("POST /v1/executions/{id}/redrive", veiled(Act.REDRIVEN, "id")),
          entry("POST /v1/executions/redrive", told(Act.REDRIVEN)),
          entry("GET /v1/executions/export.csv", exported("executions")),
          entry("GET /v1/executions/export.jsonl", exported("executions")),
          entry("POST /v1/executions/{id}/appeal", veiled(Act.APPEALED, "id")),
          // cases
          entry("GET /v1/reviews", untold(READS)),
          entry("GET /v1/reviews/{id}", told(Act.CASE_OPENED, "id")),
          entry("GET /v1/reviews/{id}/photos/{side}", told(Act.PHOTO_SHOWN, "id")),
          entry("POST /v1/reviews/{id}/decisions", untold(CASES)),
          entry("POST /v1/reviews/{id}/undo", untold(CASES)),
          // drinks
          entry("POST /v1/drink-photos/uploads", untold(SENDS)),
          entry("POST /v1/drink-photos/arrivals", untold(SENDS)),
          entry("GET /v1/drink-photos", untold(PUBLIC)),
          entry("POST /v1/drink-photos/find", untold(PUBLIC)),
          entry("DELETE /v1/drink-photos", deleted("drink")),
          entry("GET /v1/bars", untold(PUBLIC)),
          entry("GET /v1/bars/{bar}/drinks", untold(PUBLIC)),
          entry("PUT /objects/{bucket}/{+key}", untold(SIGNED)),
          entry("POST /objects/{bucket}", untold(SIGNED)),
          entry("GET /objects/{bucket}/{+key}", untold(SIGNED)),
          // faces cut out of pictures
          entry("POST /v1/extractions", untold(SENDS)),
          entry("GET /v1/extractions", untold(READS)),
          entry("DELETE /v1/extractions", deleted("extractions")),
          entry("GET /v1/extractions/{chainId}", untold(READS)),
          entry("GET /v1/extractions/{chainId}/{cropId}", told(Act.PHOTO_SHOWN, "cropId")),
          // the gallery
          entry("PUT /v1/index/{+filename}", untold(SENDS)),
          entry("DELETE /v1/index/{+filename}", told(Act.DELETED, "filename")),
          entry("POST /v1/search", untold(READS)),
          entry("PUT /v1/search", untold(READS)),
          entry("GET /v1/info", untold(READS)),
          entry("GET /v1/faces", untold(READS)),
          entry("GET /v1/faces/{faceId}", untold(READS)),
          entry("GET /v1/faces/{faceId}/crop", told(Act.PHOTO_SHOWN, "faceId")),
          entry("DELETE /v1/faces/{faceId}", told(Act.DELETED, "faceId")),
          entry("POST /v1/faces/{faceId}/restore", told(Act.RESTORED, "faceId")),
          entry(
              "DELETE /v1/searches/{searchedId}/matches/{faceId}", told(Act.TOLD_APART, "faceId")),
          entry(
              "PUT /v1/searches/{searchedId}/matches/{faceId}", told(Act.TOLD_TOGETHER, "faceId")),
          // moves of collections
          entry("POST /v1/migrations", told(Act.MIGRATION_COMMANDED)),
          entry("GET /v1/migrations", untold(READS)),
          entry("GET /v1/migrations/{id}", untold(READS)),
          entry("GET /v1/migrations/{id}/events", untold(READS)),
          entry("GET /v1/migrations/{id}/faces", untold(READS)),
          entry("GET /v1/migrations/{id}/dead", untold(READS)),
          entry("GET /v1/migrations/{id}/review", untold(READS)),
          entry("GET /v1/migrations/{id}/review/{faceId}", untold(READS)),
          entry("POST /v1/migrations/{id}/review/{faceId}", migration("faceId")),
          entry("POST /v1/migrations/{id}/pause", migration("pause")),
          entry("POST /v1/migrations/{id}/resume", migration("resume")),
          entry("POST /v1/migrations/{id}/cancel", migration("cancel")),
          entry("POST /v1/migrations/{id}/redrive", migration("redrive")),
          entry("POST /v1/migrations/{id}/verify", migration("verify")),
          entry("POST /v1/migrations/{id}/cut-over", migration("cut-over")),
          entry("POST /v1/migrations/{id}/back", migration("back")),
          entry("POST /v1/migrations/{id}/finish", migration("finish")),
          // Rekognition's protocol
          entry("POST /rekognition", untold(CALLS)),
          // the audit itself
          entry("GET /v1/audit", untold(READS)),
          entry("GET /v1/audit/verification", untold(READS)),
          entry("DELETE /v1/audit/{number}/note", told(Act.NOTE_DELETED, "number")),
          // operation
          entry("GET /v1/events/dead", untold(READS)),
          entry("POST /v1/events/dead/redrive", told(Act.REDRIVEN)),
          entry("POST /v1/events/dead/{id}/redrive", told(Act.REDRIVEN, "id")),
          entry("DELETE /v1/events/dead/{id}", told(Act.DELETED, "id")),
          entry("GET /v1/keys", untold(READS)),
          entry("POST /v1/keys", told(Act.KEY_CREATED)),
          entry("DELETE /v1/keys/{id}", told(Act.KEY_REVOKED, "id")),
          entry("POST /v1/riders/{riderId}/links", told(Act.LINK_MADE)),
          entry("DELETE /v1/riders/{riderId}/links", told(Act.LINK_REVOKED)),
          entry("GET /v1/links", untold(READS)),
          entry("DELETE /v1/links/{id}", told(Act.LINK_REVOKED, "id")),
          entry("GET /v1/settings", untold(READS)),
          entry("GET /v1/webhooks", untold(READS)),
          entry("POST /v1/webhooks/on", redriven("webhooks")),
          entry("POST /v1/webhooks/test", untold(TRIES)),
          entry("GET /v1/webhooks/dead", untold(READS)),
          entry("POST /v1/webhooks/dead/redrive", told(Act.REDRIVEN)),
          entry("POST /v1/webhooks/dead/{id}/redrive", told(Act.REDRIVEN, "id")),
          entry("DELETE /v1/webhooks/dead/{id}", told(Act.DELETED, "id")),
          entry("GET /health", untold(PUBLIC)),
          entry("GET /health/{selector}", untold(PUBLIC)),
          entry("GET /prometheus", untold(READS)));

  private AuditedRoutes() {}

  /** What is told of a route. */
  public sealed interface Rule {
    /**
     * This act.
     *
     * @param about the variable of the route that has the id of what it is about
     * @param detail a word more, or the variable that has it
     * @param veiled whether that id is told by its keyed hash, for it goes when the rider is erased
     */
    record Told(Act act, @Nullable String about, @Nullable String detail, boolean veiled)
        implements Rule {
      Told(Act act, @Nullable String about, @Nullable String detail) {
        this(act, about, detail, false);
      }
    }

    /** Nothing, and why. */
    record Untold(String why) implements Rule {}
  }

  /**
   * Empty of a route that nobody thought of.
   *
   * @param template the route's path with its variables, such as {@code /v1/riders/{riderId}}
   */
  public static Optional<Rule> rule(HttpMethod method, String template) {
    HttpMethod asked = method == HttpMethod.HEAD ? HttpMethod.GET : method;
    return Optional.ofNullable(RULES.get(asked + " " + template));
  }

  private static Rule told(Act act) {
    return new Rule.Told(act, null, null);
  }

  private static Rule told(Act act, String about) {
    return new Rule.Told(act, about, null);
  }

  private static Rule veiled(Act act, String about) {
    return new Rule.Told(act, about, null, true);
  }

  private static Rule exported(String what) {
    return new Rule.Told(Act.EXPORTED, null, what);
  }

  private static Rule redriven(String what) {
    return new Rule.Told(Act.REDRIVEN, null, what);
  }

  private static Rule deleted(String what) {
    return new Rule.Told(Act.DELETED, null, what);
  }

  private static Rule migration(String command) {
    return new Rule.Told(Act.MIGRATION_COMMANDED, "id", command);
  }

  private static Rule untold(String why) {
    return new Rule.Untold(why);
  }
}
