package dev.riderphotos.web.execution;

import org.jspecify.annotations.Nullable;

/**
 * How a photo is sent, as its sender says it.
 *
 * @param fileName blank if there is none
 * @param replace whether the rider may send the registered face again
 * @param email where word of a refusal is to go, if that is said
 * @param key by which the sender knows the execution: its id, if one is given
 * @param said of consent and language, by the page, where the rider sees what comes of it, or by a
 *     program
 */
public record Sending(
    String riderId,
    String fileName,
    boolean replace,
    @Nullable String email,
    @Nullable String key,
    Said said) {}
