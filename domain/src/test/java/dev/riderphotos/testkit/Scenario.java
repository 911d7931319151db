package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.step.RiderSettings;

/** The ways a verification can go, for tests that break it at every point. */
public enum Scenario {
  FIRST_PHOTO(Status.VERIFIED, false),
  ANOTHER_FACE(Status.VERIFIED, false),
  ANOTHER_FACE_FOR_REVIEW(Status.REJECTED, true),
  OWN_FACE_AGAIN(Status.VERIFIED, true),
  KNOWN_FACE(Status.REJECTED, false),
  NOBODY_IN_IT(Status.REJECTED, false);

  private final Status end;
  private final boolean replace;

  Scenario(Status end, boolean replace) {
    this.end = end;
    this.replace = replace;
  }

  /** How it ends when nothing breaks. */
  public Status end() {
    return end;
  }

  /** Does what went before, unless nothing did. */
  public void prepare(Verifications verifications) {
    if (this == ANOTHER_FACE_FOR_REVIEW) {
      verifications.settings(RiderSettings.DEFAULT);
    }
    if (this == ANOTHER_FACE || this == ANOTHER_FACE_FOR_REVIEW || this == OWN_FACE_AGAIN) {
      assertThat(verifications.verify(Riders.ada(), Photos.of(Person.ADA)).status())
          .isEqualTo(Status.VERIFIED);
    }
    if (this == KNOWN_FACE) {
      assertThat(verifications.verify(Riders.clara(), Photos.of(Person.ADA)).status())
          .isEqualTo(Status.VERIFIED);
    }
  }

  /** Submits Ada's photo. */
  public Execution submit(Verifications verifications) {
    return verifications.submit(Riders.ada(), photo(), replace);
  }

  /** Submits and runs it. */
  public Execution play(Verifications verifications) {
    return verifications.run(submit(verifications));
  }

  private Photo photo() {
    return switch (this) {
      case FIRST_PHOTO -> Photos.of(Person.ADA);
      case ANOTHER_FACE, ANOTHER_FACE_FOR_REVIEW -> Photos.of(Person.BORIS);
      case OWN_FACE_AGAIN, KNOWN_FACE -> Photos.anotherOf(Person.ADA);
      case NOBODY_IN_IT -> Photos.nobody();
    };
  }
}
