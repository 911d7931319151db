package dev.riderphotos.app.testkit;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** What lies between a page and the server, as Chromium emulates it. */
public final class Network {
  private static final int AS_IT_IS = -1;

  private final CDPSession browser;

  private Network(CDPSession browser) {
    this.browser = browser;
  }

  public static Network of(Page page) {
    CDPSession browser = page.context().newCDPSession(page);
    browser.send("Network.enable");
    return new Network(browser);
  }

  /** What is being sent does not arrive. */
  public void offline() {
    emulate(true);
  }

  public void online() {
    emulate(false);
  }

  private void emulate(boolean offline) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", offline);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", AS_IT_IS);
    conditions.addProperty("uploadThroughput", AS_IT_IS);
    browser.send("Network.emulateNetworkConditions", conditions);
  }
}
