package dev.riderphotos.testkit;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Photos and pictures of people who do not exist. Each is drawn once, and {@link KnownFaces} can
 * tell who is in it.
 */
public final class Photos {
  /** Small enough to be quick, large enough for a real face engine. */
  private static final int SIDE = 320;

  private static final Map<Portrait, Photo> JPEGS = new ConcurrentHashMap<>();
  private static final Map<Portrait, Photo> PNGS = new ConcurrentHashMap<>();
  private static final Map<Portrait, BufferedImage> DRAWN = new ConcurrentHashMap<>();
  private static final Map<Integer, Portrait> KNOWN = new ConcurrentHashMap<>();

  private Photos() {}

  /** Ada. */
  public static Photo oneFace() {
    return of(Person.ADA);
  }

  public static Photo of(Person person) {
    return jpeg(small(Portrait.of(person)));
  }

  /** The same person at another time and place. */
  public static Photo anotherOf(Person person) {
    return jpeg(small(Portrait.of(person)).take(1));
  }

  public static Photo withSunglasses(Person person) {
    return jpeg(small(Portrait.of(person)).wearingSunglasses());
  }

  /** Ada and Boris. */
  public static Photo twoFaces() {
    return jpeg(Portrait.together(Person.ADA, Person.BORIS).size(SIDE * 3 / 2, SIDE));
  }

  /** Ada, Boris and Clara. */
  public static Photo threeFaces() {
    return jpeg(threeSitters());
  }

  /** What {@link #threeFaces} shows. */
  public static Portrait threeSitters() {
    return Portrait.together(Person.ADA, Person.BORIS, Person.CLARA).size(SIDE * 2, SIDE);
  }

  /** An empty wall. */
  public static Photo nobody() {
    return jpeg(small(Portrait.nobody()));
  }

  public static Photo jpeg(Portrait portrait) {
    return JPEGS.computeIfAbsent(portrait, drawn -> encoded(drawn, PhotoFormat.JPEG));
  }

  public static Photo png(Portrait portrait) {
    return PNGS.computeIfAbsent(portrait, drawn -> encoded(drawn, PhotoFormat.PNG));
  }

  /** The portrait's own pixels, as if a photo of it had been opened. */
  public static Picture picture(Portrait portrait) {
    return picture(portrait, () -> {});
  }

  /** As {@link #picture(Portrait)}, and tells when it is closed. */
  public static Picture picture(Portrait portrait, Runnable onClose) {
    return picture(drawn(portrait), PhotoFormat.JPEG, onClose);
  }

  /** A JPEG that breaks off in the middle. */
  public static Photo truncated() {
    byte[] whole = oneFace().bytes();
    return Photo.of(Arrays.copyOf(whole, whole.length / 2));
  }

  /** One byte more than may be stored. */
  public static Photo tooLarge() {
    return Photo.of(Arrays.copyOf(oneFace().bytes(), Photo.MAX_BYTES + 1));
  }

  /** Too few pixels. */
  public static Photo tooSmall() {
    return jpeg(Portrait.of(Person.ADA).size(79, 79));
  }

  private static Portrait small(Portrait portrait) {
    return portrait.size(SIDE, SIDE);
  }

  private static BufferedImage drawn(Portrait portrait) {
    return DRAWN.computeIfAbsent(portrait, fresh -> known(fresh, fresh.draw()));
  }

  private static Photo encoded(Portrait portrait, PhotoFormat format) {
    Photo photo = encoded(drawn(portrait), format);
    known(portrait, decoded(photo)); // JPEG changes pixels
    return photo;
  }

  private static BufferedImage known(Portrait portrait, BufferedImage image) {
    KNOWN.put(digest(bgr(image)), portrait);
    return image;
  }

  /** Which portrait the picture shows; empty if we drew no such picture. */
  static Optional<Portrait> portraitIn(Picture picture) {
    return Optional.ofNullable(KNOWN.get(digest(picture.bgr())));
  }

  static Picture picture(BufferedImage image, PhotoFormat format, Runnable onClose) {
    return new Picture(format, image.getWidth(), image.getHeight(), bgr(image), onClose);
  }

  /** Of any picture; nobody is known in it. */
  public static Photo jpeg(BufferedImage image) {
    return encoded(image, PhotoFormat.JPEG);
  }

  static Photo png(BufferedImage image) {
    return encoded(image, PhotoFormat.PNG);
  }

  static Photo encoded(BufferedImage image, PhotoFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, format.extension(), stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Photo.made(bytes.toByteArray());
  }

  private static BufferedImage decoded(Photo photo) {
    try {
      return ImageIO.read(new ByteArrayInputStream(photo.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bgr(BufferedImage image) {
    BufferedImage plain = image;
    if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
      plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = plain.createGraphics();
      graphics.drawImage(image, 0, 0, Color.WHITE, null);
      graphics.dispose();
    }
    return ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
  }

  private static int digest(byte[] bgr) {
    return Arrays.hashCode(bgr);
  }
}
