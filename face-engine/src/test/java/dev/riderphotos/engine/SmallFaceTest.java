package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A face that has become small with its picture is looked at in the picture as it was. */
class SmallFaceTest {
  private static final int TIMES = 4;
  private static final BufferedImage WHOLE = drawn(2400, 1600, 720);

  private final FaceEngine engine = Engines.of(BaseModel.FACEAPI_2);
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void isDescribedAsInTheWholePicture() {
    Face whole = engine.analyse(image(WHOLE)).getFirst();
    RgbImage small = image(smaller(WHOLE));
    Face near = only(engine.analyse(small, 0, this::enlarged));
    Face far = only(engine.analyse(small));

    double distance = whole.descriptor().distance(near.descriptor());
    assertThat(distance).isLessThan(0.06);
    assertThat(distance).isLessThan(whole.descriptor().distance(far.descriptor()));
    assertThat(near.box()).isEqualTo(far.box());
    assertThat(near.landmarks().leftEye().x())
        .isCloseTo(whole.landmarks().leftEye().x() / TIMES, within(1.5f));
    assertThat(near.landmarks().mouth().y())
        .isCloseTo(whole.landmarks().mouth().y() / TIMES, within(1.5f));
    assertThat(opened.get()).isOne();
    assertThat(closed.get()).isOne();
  }

  @Test
  void aLargeFaceIsNotLookedAtAgain() {
    Face face = only(engine.analyse(image(smaller(drawn(3200, 2400, 2400))), 0, this::enlarged));
    assertThat(face.score()).isGreaterThan(0.5f);
    assertThat(opened.get()).isZero();
  }

  @Test
  void theLibrarysWayNeverAsksForMore() {
    Face face =
        only(Engines.of(BaseModel.FACEAPI_1).analyse(image(smaller(WHOLE)), 0, this::enlarged));
    assertThat(face.score()).isGreaterThan(0.5f);
    assertThat(opened.get()).isZero();
    assertThat(FaceEngine.enough(FaceModel.of(BaseModel.FACEAPI_1))).isEqualTo(Integer.MAX_VALUE);
  }

  private Optional<Enlarged> enlarged(double least) {
    assertThat(least).isGreaterThan(1);
    opened.incrementAndGet();
    return Optional.of(
        new Enlarged() {
          @Override
          public Closeup part(Box area) {
            int left = (int) area.x();
            int top = (int) area.y();
            int width = (int) Math.min(area.width(), WHOLE.getWidth() / TIMES - left);
            int height = (int) Math.min(area.height(), WHOLE.getHeight() / TIMES - top);
            BufferedImage part = new BufferedImage(width * TIMES, height * TIMES, WHOLE.getType());
            Graphics2D brush = part.createGraphics();
            brush.drawImage(WHOLE, -left * TIMES, -top * TIMES, null);
            brush.dispose();
            return new Closeup(image(part), left, top, TIMES);
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        });
  }

  /** A portrait of some height in the middle of a grey ground. */
  private static BufferedImage drawn(int width, int height, int portrait) {
    BufferedImage ground = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = ground.createGraphics();
    brush.setColor(Color.LIGHT_GRAY);
    brush.fillRect(0, 0, width, height);
    int across = portrait * 4 / 3;
    BufferedImage face = Portrait.of(Person.ADA).size(across, portrait).draw();
    brush.drawImage(face, (width - across) / 2, (height - portrait) / 2, null);
    brush.dispose();
    return ground;
  }

  /** Each pixel the mean of those that it stands for. */
  private static BufferedImage smaller(BufferedImage whole) {
    BufferedImage small =
        new BufferedImage(
            whole.getWidth() / TIMES, whole.getHeight() / TIMES, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < small.getHeight(); y++) {
      for (int x = 0; x < small.getWidth(); x++) {
        for (int band = 0; band < 3; band++) {
          int[] samples =
              whole.getRaster().getSamples(x * TIMES, y * TIMES, TIMES, TIMES, band, (int[]) null);
          int sum = 0;
          for (int sample : samples) {
            sum += sample;
          }
          small.getRaster().setSample(x, y, band, sum / samples.length);
        }
      }
    }
    return small;
  }

  private static RgbImage image(BufferedImage drawing) {
    byte[] bgr = ((DataBufferByte) drawing.getRaster().getDataBuffer()).getData();
    return RgbImage.ofBgr(drawing.getWidth(), drawing.getHeight(), bgr);
  }

  private static Face only(List<Face> faces) {
    assertThat(faces).hasSize(1);
    return faces.getFirst();
  }
}
