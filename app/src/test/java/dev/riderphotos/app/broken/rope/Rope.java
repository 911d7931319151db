package dev.riderphotos.app.broken.rope;

import dev.riderphotos.app.broken.bell.Bell;
import java.util.List;

/** Bells hang on it. */
public record Rope(List<Bell> bells) {}
