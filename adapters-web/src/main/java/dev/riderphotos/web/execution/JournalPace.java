package dev.riderphotos.web.execution;

import java.time.Duration;

/**
 * How often the journal is looked at for what goes on in it, as it suits where the journal is kept.
 *
 * @param lookEvery for each execution that somebody watches
 */
public record JournalPace(Duration lookEvery) {}
