package dev.riderphotos.app.broken.util;

/** Somewhere it has to be. */
public record Leftover(String what) {}
