package dev.riderphotos.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.audit.AuditHead;

/** How far the audit goes, as JSON. */
public final class AuditJson {
  private static final ObjectMapper MAPPER = DomainJson.builder().build();

  private AuditJson() {}

  public static String write(AuditHead head) {
    try {
      return MAPPER.writeValueAsString(head);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A head is always JSON", impossible);
    }
  }

  /** What is none of ours is unreadable, and no fault: somebody may have had a hand in it. */
  public static AuditHead readHead(String json) {
    try {
      AuditHead head = MAPPER.readValue(json, AuditHead.class);
      return isWhole(head) ? head : AuditHead.UNREADABLE;
    } catch (JsonProcessingException damaged) {
      return AuditHead.UNREADABLE;
    }
  }

  /** JSON may leave out what the record must have. */
  @SuppressWarnings("ConstantValue")
  private static boolean isWhole(AuditHead head) {
    return head != null
        && head.seal() != null
        && head.settled() != null
        && head.settled().hash() != null
        && (head.next() == null || head.next().hash() != null);
  }
}
