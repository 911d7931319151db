package dev.riderphotos.web.object;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** A ticket's form, in this order, for the API's document. */
@Schema(name = "ObjectForm")
record ObjectForm(
    String key,
    @JsonProperty("Content-Type") String contentType,
    @JsonProperty("max-size") String maxSize,
    String expires,
    String signature,
    @Schema(type = "string", format = "binary") String file) {}
