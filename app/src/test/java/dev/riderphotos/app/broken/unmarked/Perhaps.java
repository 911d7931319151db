package dev.riderphotos.app.broken.unmarked;

/** Null or not: its package does not say. */
public record Perhaps(String what) {}
