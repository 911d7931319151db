package dev.riderphotos.imaging;

import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Photograph;
import dev.riderphotos.portraits.Portrait;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a JPEG takes to be opened, and its picture to be made a thumbnail of. It is drawn, and
 * then as heavy as a photograph: with noise, texture and a profile of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PictureBench {
  @Param({"1200x800", "4000x3000"})
  public String size = "";

  @Param({"drawing", "photograph"})
  public String kind = "";

  private final PhotoOpener opener = new ImageIoPhotoOpener(400L << 20);
  private final ThumbnailatorThumbnailer thumbnailer = new ThumbnailatorThumbnailer();
  private Photo upright = Photo.of(new byte[0]);
  private Photo sideways = upright;
  private Photo linear = upright;
  private Picture picture = new Picture(PhotoFormat.JPEG, 0, 0, new byte[0], () -> {});

  @Setup
  public void draw() {
    String[] sides = size.split("x", 2);
    Portrait portrait =
        Portrait.of(Person.ADA).size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    boolean drawing = kind.equals("drawing"); // a photograph has a profile already
    byte[] jpeg =
        drawing
            ? portrait.jpeg()
            : Photograph.jpeg(
                portrait, portrait.width() > 2000 ? 0.9f : Photograph.LITTLE_COMPRESSION);
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    upright = Photo.of(jpeg);
    sideways = Photo.of(Jpegs.withExif(jpeg, Jpegs.exif(6, ByteOrder.BIG_ENDIAN)));
    linear = Photo.of(drawing ? Jpegs.withProfile(jpeg, profile) : jpeg);
    picture = ((Decoded) opener.open(upright)).picture();
    picture.close();
  }

  @Benchmark
  public Opened open() {
    return closed(opener.open(upright));
  }

  @Benchmark
  public Opened openSideways() {
    return closed(opener.open(sideways));
  }

  @Benchmark
  public Opened openWithProfile() {
    return closed(opener.open(linear));
  }

  @Benchmark
  public Photo thumbnail() {
    return thumbnailer.thumbnail(picture, 300);
  }

  private static Opened closed(Opened opened) {
    ((Decoded) opened).picture().close();
    return opened;
  }
}
