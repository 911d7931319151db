package dev.riderphotos.web.verification;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a form has that brings a rider's photo, for the API's document. */
@Schema(name = "PhotoForm")
record PhotoForm(
    @Schema(type = "string", format = "binary") String photo,
    @Nullable String email,
    @Nullable String consent,
    @Nullable String lang) {}
