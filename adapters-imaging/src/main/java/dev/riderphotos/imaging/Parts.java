package dev.riderphotos.imaging;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * An encoded image taken apart: its pixels, and how they are to be seen.
 *
 * @param stored without any conversion by a colour profile: ours is the only one
 */
record Parts(BufferedImage stored, Orientation orientation, Optional<ColourProfile> profile) {}
