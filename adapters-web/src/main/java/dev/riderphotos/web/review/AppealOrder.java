package dev.riderphotos.web.review;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a rider says of a refusal.
 *
 * @param words at most 500 characters; may be missing
 */
@Serdeable
record AppealOrder(@Nullable String words) {}
