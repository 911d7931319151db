package dev.riderphotos.web.drink;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some bars.
 *
 * @param next the {@code after} of the next page, if there is one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BarPageAnswer(List<String> bars, @Nullable String next) {}
