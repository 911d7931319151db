package dev.riderphotos.web;

import io.micronaut.http.HttpRequest;

/** Whose share of the server a request takes. */
public final class Account {
  private static final String ATTRIBUTE = Account.class.getName();

  private Account() {}

  /** Whoever found out who calls says so here. */
  public static void note(HttpRequest<?> request, String account) {
    request.setAttribute(ATTRIBUTE, account);
  }

  /** Callers that nobody recognised share one account. */
  public static String of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, String.class).orElse("");
  }
}
