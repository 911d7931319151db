package dev.riderphotos.extraction;

/** Which picture faces are to be cut out of, and how. */
public record ExtractionRequest(Source source, Trigger trigger, ExtractionOptions options) {}
