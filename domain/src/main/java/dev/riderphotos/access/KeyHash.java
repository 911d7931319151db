package dev.riderphotos.access;

/** The SHA-256 of a key, in hexadecimal: all that is kept of it. */
public record KeyHash(String value) {}
