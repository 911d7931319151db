package dev.riderphotos.portraits;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Seats the sitters before a wall, lights them, and takes the picture. */
final class Studio {
  private final Portrait order;
  private final long take;
  private final Light light;

  Studio(Portrait order) {
    this.order = order;
    this.take = order.take() * 1_000_003L + order.sitters().stream().mapToInt(Person::seed).sum();
    this.light = Light.of(take).dimmedTo(order.brightness());
  }

  BufferedImage picture() {
    BufferedImage painting =
        new BufferedImage(order.width(), order.height(), BufferedImage.TYPE_INT_RGB);
    Brush brush = Brush.on(painting);
    Backdrop.of(take).paint(brush, order.width(), order.height());
    for (int seat = 0; seat < order.sitters().size(); seat++) {
      sitter(seat).paint(brush.moved(place(seat)));
    }
    return new Film(light, take).developed(painting);
  }

  private Sitter sitter(int seat) {
    return new Sitter(order.sitters().get(seat), Mood.of(take + seat), light, order.sunglasses());
  }

  private AffineTransform place(int seat) {
    Dice dice = Dice.of(take + seat, "seat");
    double column = (double) order.width() / order.sitters().size();
    double unit =
        Math.min(closeness() * column, order.height())
            * dice.between(0.18, 0.23)
            / order.distance();
    AffineTransform place = new AffineTransform();
    place.translate(
        column * (seat + 0.5) + unit * dice.between(-0.25, 0.25),
        order.height() * 0.46 + unit * dice.between(-0.15, 0.15));
    place.scale(unit, unit);
    return place;
  }

  // In wide pictures the face detector overlooks faces of some sizes; at these it finds all.
  private double closeness() {
    return order.sitters().size() < 3 ? 1.05 : 0.65;
  }
}
