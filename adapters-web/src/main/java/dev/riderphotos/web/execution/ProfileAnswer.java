package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.riderphotos.rider.RiderProfile;
import io.micronaut.serde.annotation.Serdeable;

/** A profile with the reference's attributes. */
@Serdeable
public record ProfileAnswer(
    @JsonProperty("Username") String username,
    String faceId,
    String s3bucket,
    String s3key,
    PhotoAnswer thumbnail) {
  public static ProfileAnswer of(RiderProfile profile) {
    return new ProfileAnswer(
        profile.rider().value(),
        profile.face().value(),
        profile.photo().bucket(),
        profile.photo().key(),
        PhotoAnswer.of(profile.thumbnail()));
  }
}
