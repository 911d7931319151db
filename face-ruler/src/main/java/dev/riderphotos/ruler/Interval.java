package dev.riderphotos.ruler;

/** Where 90 % of a thousand draws of other people lie. */
public record Interval(double low, double high) {}
