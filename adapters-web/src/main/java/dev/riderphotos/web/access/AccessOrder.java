package dev.riderphotos.web.access;

/** When filters come that have to know who calls. */
public final class AccessOrder {
  /** Whoever may not call was refused. */
  public static final int AFTER_GUARD = HostGuard.ORDER + 2;

  private AccessOrder() {}
}
