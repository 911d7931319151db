package dev.riderphotos.app.broken.bell;

import dev.riderphotos.app.broken.rope.Rope;

/** Hangs on a rope. */
public record Bell(Rope rope) {}
