package dev.riderphotos.imaging;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Files of every kind that encoders write, of drawn portraits. */
final class Corpus {
  private static final String SHARP = "require('sharp')(process.argv[1]).";
  private static final String WRITTEN = ".toBuffer().then(b => process.stdout.write(b))";
  private static final List<Person> PEOPLE =
      List.of(
          Person.ADA,
          Person.BORIS,
          Person.CLARA,
          Person.DAVID,
          Person.ELENA,
          Person.FELIX,
          Person.GRETA,
          Person.HUGO);
  private static final int[] SIDES = {81, 96, 105, 117, 128, 143, 151, 160};

  private Corpus() {}

  /** A file, what its numbers are to be taken for, and what was encoded. */
  static final class Sample {
    private final String name;
    private final byte[] bytes;
    private final Colours colours;
    private final BufferedImage drawing;

    private Sample(String name, byte[] bytes, Colours colours, BufferedImage drawing) {
      this.name = name;
      this.bytes = bytes;
      this.colours = colours;
      this.drawing = drawing;
    }

    byte[] bytes() {
      return bytes;
    }

    Colours colours() {
      return colours;
    }

    BufferedImage drawing() {
      return drawing;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  enum Colours {
    SRGB,
    PROFILE,
    INKS
  }

  /** Of sizes that fill no block, and such that do. */
  static List<BufferedImage> drawings() {
    List<BufferedImage> drawings = new ArrayList<>();
    for (int i = 0; i < SIDES.length; i++) {
      Portrait portrait = Portrait.of(PEOPLE.get(i));
      drawings.add(portrait.size(SIDES[i], SIDES[SIDES.length - 1 - i]).draw());
    }
    return drawings;
  }

  /** By the encoders that every JDK has. */
  static List<Sample> byImageIo() {
    List<Sample> samples = new ArrayList<>();
    for (BufferedImage drawing : drawings()) {
      addJpegs(drawing, samples);
      addPngs(drawing, samples);
    }
    return samples;
  }

  private static void addJpegs(BufferedImage drawing, List<Sample> samples) {
    BufferedImage rgb = copy(drawing, BufferedImage.TYPE_3BYTE_BGR);
    for (int[] factors : new int[][] {{1, 1}, {2, 1}, {1, 2}, {2, 2}, {4, 1}}) {
      for (boolean progressive : new boolean[] {false, true}) {
        byte[] jpeg = Jpegs.sampled(rgb, factors[0], factors[1], progressive);
        String name = "JPEG %dx%d %b".formatted(factors[0], factors[1], progressive);
        samples.add(new Sample(name, jpeg, Colours.SRGB, rgb));
      }
    }
    samples.add(new Sample("JPEG restarts", Jpegs.restarting(rgb, 3), Colours.SRGB, rgb));
    BufferedImage grey = copy(drawing, BufferedImage.TYPE_BYTE_GRAY);
    samples.add(new Sample("JPEG grey", Jpegs.of(grey), Colours.SRGB, grey));
    samples.add(new Sample("JPEG grey progressive", Jpegs.progressive(grey), Colours.SRGB, grey));
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] tagged = Jpegs.withProfile(Jpegs.sampled(rgb, 1, 1, false), linear);
    samples.add(new Sample("JPEG profile", tagged, Colours.PROFILE, rgb));
  }

  private static void addPngs(BufferedImage drawing, List<Sample> samples) {
    int[] types = {
      BufferedImage.TYPE_3BYTE_BGR,
      BufferedImage.TYPE_INT_ARGB,
      BufferedImage.TYPE_BYTE_INDEXED,
      BufferedImage.TYPE_BYTE_GRAY,
      BufferedImage.TYPE_USHORT_GRAY,
      BufferedImage.TYPE_BYTE_BINARY
    };
    for (int type : types) {
      BufferedImage copy = copy(drawing, type);
      samples.add(new Sample("PNG " + type, Pngs.of(copy), Colours.SRGB, copy));
      samples.add(new Sample("PNG interlaced " + type, Pngs.interlaced(copy), Colours.SRGB, copy));
    }
    BufferedImage rgb = copy(drawing, BufferedImage.TYPE_3BYTE_BGR);
    BufferedImage deep = Pngs.deep(rgb);
    samples.add(new Sample("PNG 16 bits", Pngs.of(deep), Colours.SRGB, rgb));
    samples.add(new Sample("PNG interlaced 16 bits", Pngs.interlaced(deep), Colours.SRGB, rgb));
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] tagged = Pngs.withProfile(Pngs.of(rgb), linear);
    samples.add(new Sample("PNG profile", tagged, Colours.PROFILE, rgb));
  }

  /** By its numbers: what Java2D would do to grey is to make it lighter. */
  private static BufferedImage copy(BufferedImage drawing, int type) {
    BufferedImage copy = new BufferedImage(drawing.getWidth(), drawing.getHeight(), type);
    if (type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY) {
      int factor = type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 257;
      for (int y = 0; y < copy.getHeight(); y++) {
        for (int x = 0; x < copy.getWidth(); x++) {
          copy.getRaster().setSample(x, y, 0, (drawing.getRGB(x, y) >> 8 & 0xFF) * factor);
        }
      }
      return copy;
    }
    Graphics2D brush = copy.createGraphics();
    brush.drawImage(drawing, 0, 0, null);
    if (type == BufferedImage.TYPE_INT_ARGB) {
      brush.setComposite(AlphaComposite.Clear);
      brush.fillOval(0, 0, 40, 40);
      brush.setComposite(AlphaComposite.SrcOver);
      brush.setColor(new Color(200, 0, 0, 100));
      brush.fillOval(20, 20, 40, 40);
    }
    brush.dispose();
    return copy;
  }

  /** By libjpeg's encoder, whichever of them is installed. */
  static List<Sample> byCjpeg() {
    List<Sample> samples = new ArrayList<>();
    String[] ways = {
      "-quality 95 -sample 1x1",
      "-quality 95 -sample 2x2",
      "-quality 90 -sample 2x1 -progressive",
      "-quality 90 -sample 1x2 -restart 1",
      "-quality 90 -sample 4x1 -progressive -restart 2",
      "-quality 95 -rgb",
      "-quality 90 -rgb -progressive",
      "-quality 90 -grayscale -progressive",
      "-quality 20",
      "-quality 100 -optimize -progressive"
    };
    for (BufferedImage drawing : drawings().subList(0, 4)) {
      for (String way : ways) {
        byte[] jpeg = Tool.CJPEG.run(Tool.ppm(drawing), way.split(" ", -1));
        samples.add(new Sample("cjpeg " + way, jpeg, Colours.SRGB, drawing));
      }
    }
    return samples;
  }

  /** By ImageMagick. */
  static List<Sample> byConvert() {
    List<Sample> samples = new ArrayList<>();
    String[] ways = {
      "-quality 92 jpg:-",
      "-quality 92 -interlace JPEG -sampling-factor 4:2:2 jpg:-",
      "-colorspace Gray jpg:-",
      "-colorspace CMYK -quality 92 jpg:-",
      "-colorspace CMYK -interlace JPEG -quality 92 jpg:-",
      "png:-",
      "-interlace PNG -depth 16 png:-",
      "-colors 16 png8:-",
      "-alpha set -channel A -evaluate set 60% png:-"
    };
    for (BufferedImage drawing : drawings().subList(0, 4)) {
      for (String way : ways) {
        byte[] bytes = Tool.CONVERT.run(Tool.ppm(drawing), ("{} " + way).split(" ", -1));
        Colours colours = way.contains("CMYK") ? Colours.INKS : Colours.SRGB;
        samples.add(new Sample("convert " + way, bytes, colours, drawing));
      }
    }
    return samples;
  }

  /** By sharp, whose encoder for JPEG is MozJPEG's if one likes. */
  static List<Sample> bySharp() {
    List<Sample> samples = new ArrayList<>();
    String[] ways = {
      "jpeg({quality: 90, mozjpeg: true})",
      "jpeg({quality: 90, mozjpeg: true, chromaSubsampling: '4:4:4'})",
      "jpeg({quality: 90})",
      "png({palette: true})",
      "png({progressive: true})",
      "greyscale().jpeg({progressive: true})"
    };
    for (BufferedImage drawing : drawings().subList(0, 4)) {
      for (String way : ways) {
        byte[] png = Pngs.of(copy(drawing, BufferedImage.TYPE_3BYTE_BGR));
        byte[] bytes = Tool.SHARP.run(png, "-e", SHARP + way + WRITTEN);
        samples.add(new Sample("sharp " + way, bytes, Colours.SRGB, drawing));
      }
    }
    return samples;
  }
}
