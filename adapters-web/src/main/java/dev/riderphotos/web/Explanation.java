package dev.riderphotos.web;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the framework found wrong with a request, in words for its sender. */
final class Explanation {
  /** Names of classes and places in a parser, which are for ourselves. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "(java|javax|jakarta|io|com|org|dev)\\.\\w+\\.|[a-z]Exception|\\[Source:|\\bclass\\b");

  /** As the framework's parser writes of a field. */
  private static final Pattern FIELD = Pattern.compile("property \\[\\S+ (\\w+)]");

  private static final String NO_JSON = "The body is not well-formed JSON.";

  private Explanation() {}

  static String of(ErrorContext context) {
    return switch (context.getRootCause().orElse(null)) {
      case UnsatisfiedBodyRouteException _ -> "The request has no body.";
      case UnsatisfiedRouteException missing -> name(missing.getArgument()) + " is missing.";
      case ConversionErrorException wrong -> wrong(wrong);
      case JsonSyntaxException _ -> NO_JSON;
      case null, default -> guarded(context.getErrors().getFirst().getMessage());
    };
  }

  private static String wrong(ConversionErrorException wrong) {
    Argument<?> argument = wrong.getArgument();
    if (argument.isAnnotationPresent(Body.class)) {
      return body(wrong.getConversionError().getCause());
    }
    return "%s is %s.".formatted(name(argument), allowed(argument.getType()));
  }

  private static String body(Throwable cause) {
    Matcher field = FIELD.matcher(String.valueOf(cause.getMessage()));
    return field.find()
        ? "The field %s of the JSON is not of the kind that is asked for.".formatted(field.group(1))
        : "The body is not the JSON object that is asked for.";
  }

  private static String allowed(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    return type.isEnum() ? "one of " + names(type) : "not of the kind that is asked for";
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /** Senders know the argument by this name. */
  private static String name(Argument<?> argument) {
    return argument
        .getAnnotationMetadata()
        .getAnnotationNameByStereotype(Bindable.class)
        .flatMap(as -> argument.getAnnotationMetadata().stringValue(as))
        .filter(name -> !name.isEmpty())
        .orElse(argument.getName());
  }

  private static String guarded(String message) {
    return INSIDE.matcher(message).find()
        ? "Something in the request is not of the kind that is asked for."
        : message;
  }
}
