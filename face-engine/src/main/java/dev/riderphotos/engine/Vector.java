package dev.riderphotos.engine;

/** Three numbers: a place or a direction in space. */
record Vector(double x, double y, double z) {
  static final Vector ZERO = new Vector(0, 0, 0);

  Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y, z + other.z);
  }

  Vector times(double factor) {
    return new Vector(x * factor, y * factor, z * factor);
  }

  Vector minus(Vector other) {
    return plus(other.times(-1));
  }

  double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vector cross(Vector other) {
    return new Vector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** Makes the length one; zero stays zero. */
  Vector direction() {
    double length = Math.sqrt(dot(this));
    return length == 0 ? this : times(1 / length);
  }
}
