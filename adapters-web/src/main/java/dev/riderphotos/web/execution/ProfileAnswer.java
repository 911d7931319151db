package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.web.consent.ConsentAnswer;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A profile with the reference's attributes, and the consent of a rider who was asked. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileAnswer(
    @JsonProperty("Username") String username,
    String faceId,
    String s3bucket,
    String s3key,
    PhotoAnswer thumbnail,
    @Nullable ConsentAnswer consent) {
  public static ProfileAnswer of(RiderProfile profile) {
    return new ProfileAnswer(
        profile.rider().value(),
        profile.face().value(),
        profile.photo().bucket(),
        profile.photo().key(),
        PhotoAnswer.of(profile.thumbnail()),
        ConsentAnswer.ofNullable(profile.consent()));
  }
}
