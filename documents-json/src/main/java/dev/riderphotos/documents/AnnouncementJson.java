package dev.riderphotos.documents;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.ReviewDecided;
import dev.riderphotos.announcement.Announcement.RiderErased;

/** Announcements as JSON, for our own reading only. */
public final class AnnouncementJson {
  private static final ObjectMapper MAPPER =
      DomainJson.builder().addMixIn(OfRider.class, Types.class).build();

  private AnnouncementJson() {}

  public static String write(OfRider announcement) {
    try {
      return MAPPER.writeValueAsString(announcement);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An announcement is always JSON", impossible);
    }
  }

  public static OfRider read(String json) {
    try {
      return MAPPER.readValue(json, OfRider.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("There is what we did not write", damaged);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ExecutionEnded.class, name = ExecutionEnded.TYPE),
    @JsonSubTypes.Type(value = ReviewDecided.class, name = ReviewDecided.TYPE),
    @JsonSubTypes.Type(value = RiderErased.class, name = RiderErased.TYPE)
  })
  private interface Types {}
}
