package dev.riderphotos.app.testkit;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.Pose;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Thousands of people without drawing one: a photo of one colour shows the person of that number,
 * whose descriptor is made at random. For an application that is opened with the property.
 */
@Factory
@Requires(property = MadeDescriptors.PROPERTY)
public final class MadeDescriptors {
  public static final String PROPERTY = "tests.made-descriptors";

  private static final int SIDE = 80;
  private static final int LENGTH = 128;

  /** Strangers are some 1.1 apart, which no rule takes for alike. */
  private static final double NORM = 0.8;

  /**
   * A colour has twice as many bits: the lower ones say whom the person resembles, and how much.
   */
  private static final int PEOPLE = 1 << 12;

  @Singleton
  @Bean
  BeanCreatedEventListener<FaceDetector> detector() {
    return _ -> (picture, _) -> List.of(face(picture));
  }

  /** A photo of the person of this number, from 0 to 4095. */
  public static Photo photoOf(int person) {
    return photo(person, 0);
  }

  /** Of somebody as far from the person of this number as so many thousandths. */
  public static Photo photoNear(int person, int thousandths) {
    return photo(person, thousandths);
  }

  private static Photo photo(int person, int thousandths) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[SIDE * SIDE];
    Arrays.fill(row, thousandths * PEOPLE + person);
    image.setRGB(0, 0, SIDE, SIDE, row, 0, SIDE);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Photo.of(png.toByteArray());
  }

  private static DetectedFace face(Picture picture) {
    byte[] bgr = picture.bgr();
    int colour = (bgr[2] & 0xFF) << 16 | (bgr[1] & 0xFF) << 8 | bgr[0] & 0xFF;
    FaceDetail detail =
        new FaceDetail(new BoundingBox(0.2, 0.2, 0.6, 0.6), 99, false, new Pose(0, 0, 0), 60, 80);
    return new DetectedFace(detail, print(colour % PEOPLE, colour / PEOPLE));
  }

  private static FacePrint print(int person, int thousandths) {
    double[] made = direction(person, NORM);
    double[] aside = direction(PEOPLE + person, thousandths / 1000.0);
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < LENGTH; i++) {
      bytes.putFloat((float) (made[i] + aside[i]));
    }
    return new FacePrint("faceapi-2:" + Base64.getEncoder().encodeToString(bytes.array()));
  }

  private static double[] direction(int seed, double length) {
    double[] direction = new Random(seed).doubles(LENGTH, -1, 1).toArray();
    double norm = Math.sqrt(Arrays.stream(direction).map(each -> each * each).sum());
    return Arrays.stream(direction).map(each -> each * length / norm).toArray();
  }
}
