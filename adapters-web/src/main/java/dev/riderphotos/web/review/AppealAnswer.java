package dev.riderphotos.web.review;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * People will look at a refusal. It tells nothing of whom the face resembles.
 *
 * @param state OPEN
 * @param openedAt since when it waits
 */
@Serdeable
record AppealAnswer(String executionId, String state, Instant openedAt) {}
