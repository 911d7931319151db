package dev.riderphotos.app.command;

import dev.riderphotos.app.command.PeopleFolder.PersonPhoto;
import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.RgbImage;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.ruler.Photos;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Describes the largest face of each photo by one model, unless an earlier run has. */
final class DescribedPeople {
  private final PhotoOpener opener;
  private final FaceEngine engine;
  private final Photos photos;

  /** Why a photo is not measured. They are kept by their ordinals: new ones go last. */
  enum LeftOut {
    DESCRIBED("nothing is wrong"),
    NO_FACE("no face was found"),
    UNSUPPORTED_FORMAT("neither JPEG nor PNG"),
    TOO_LARGE("larger than photos may be"),
    TOO_SMALL("a side is shorter than %d pixels".formatted(PhotoOpener.MIN_SIDE)),
    UNREADABLE("damaged, or cannot be read");

    private final String words;

    LeftOut(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    private static LeftOut of(PhotoProblem problem) {
      return switch (problem) {
        case UNSUPPORTED_FORMAT -> UNSUPPORTED_FORMAT;
        case TOO_LARGE -> TOO_LARGE;
        case TOO_SMALL -> TOO_SMALL;
        case UNREADABLE -> UNREADABLE;
      };
    }
  }

  DescribedPeople(PhotoOpener opener, FaceEngine engine, Photos photos) {
    this.opener = opener;
    this.engine = engine;
    this.photos = photos;
  }

  /** Why it is left out, or that it is described. */
  LeftOut describe(PersonPhoto photo) {
    try {
      String key = key(photo.file());
      if (!photos.takeOver(key)) {
        look(photo, key);
      }
      return LeftOut.values()[photos.reason(key)];
    } catch (IOException full) {
      throw new UncheckedIOException("What was measured cannot be kept", full);
    }
  }

  private void look(PersonPhoto photo, String key) throws IOException {
    Optional<Photo> read = read(photo.file());
    if (read.isEmpty()) {
      photos.leaveOut(key, LeftOut.UNREADABLE.ordinal());
      return;
    }
    switch (opener.open(read.get())) {
      case Opened.Unacceptable refused ->
          photos.leaveOut(key, LeftOut.of(refused.problem()).ordinal());
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          add(photo, key, picture);
        }
      }
    }
  }

  private void add(PersonPhoto photo, String key, Picture picture) throws IOException {
    List<Face> faces =
        engine.analyse(RgbImage.ofBgr(picture.width(), picture.height(), picture.bgr()));
    Optional<Face> largest =
        faces.stream().max(Comparator.comparingDouble(face -> face.box().area()));
    if (largest.isEmpty()) {
      photos.leaveOut(key, LeftOut.NO_FACE.ordinal());
    } else {
      float[] descriptor = largest.get().descriptor().toFloats();
      photos.add(key, photo.person(), sha256(picture.bgr()), descriptor);
    }
  }

  private static Optional<Photo> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(Photo.read(in));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** A photo that was changed is another. */
  private static String key(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return file.toAbsolutePath().normalize()
        + "\n"
        + found.size()
        + "\n"
        + found.lastModifiedTime().toMillis();
  }

  private static byte[] sha256(byte[] pixels) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(pixels);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
