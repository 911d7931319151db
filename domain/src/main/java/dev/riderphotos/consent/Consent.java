package dev.riderphotos.consent;

import dev.riderphotos.language.Language;
import java.time.Instant;

/**
 * A rider agreed that a photo is kept.
 *
 * @param version of the text that was agreed to, as {@link ConsentText#version}
 * @param language which the text was in
 * @param at when that was said to us
 */
public record Consent(String version, Language language, Instant at) {}
