package dev.riderphotos.web.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.execution.ExecutionAnswer;
import dev.riderphotos.web.execution.Said;
import dev.riderphotos.web.execution.Sending;
import dev.riderphotos.web.execution.Verifications;
import dev.riderphotos.web.form.Form;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.Languages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes in the selfie page's form from its script, which follows the execution by itself. */
@Hidden
@Controller("/selfie")
@ExecuteOn(TaskExecutors.BLOCKING)
class SelfieUpload {
  private final Verifications verifications;
  private final CsrfTokens tokens;
  private final Forms forms;

  SelfieUpload(Verifications verifications, CsrfTokens tokens, Forms forms) {
    this.verifications = verifications;
    this.tokens = tokens;
    this.forms = forms;
  }

  /**
   * Begins a verification, or joins the one that the same key began. The rider's face may be known
   * if the field {@code renew} is given.
   */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<ExecutionAnswer> upload(
      HttpRequest<?> request,
      @Header("Idempotency-Key") @Nullable String key,
      @Body @Nullable InputStream body) {
    try (Form form = forms.read(request, body)) {
      tokens.check(request, form.fields());
      String rider = form.fields().text("rider");
      Caller caller = Caller.of(request);
      caller.mustActFor(ProblemException.unless(() -> new RiderId(rider)));
      Form.SentFile photo = form.file("photo");
      boolean renew = form.fields().textIfGiven("renew") != null;
      Sending sending = new Sending(rider, photo.name(), renew, null, key, said(request, form));
      Execution begun = verifications.submit(caller, sending, photo, false);
      return HttpResponse.<ExecutionAnswer>accepted().body(ExecutionAnswer.of(begun));
    }
  }

  /** What a page says with a photo. */
  static Said said(HttpRequest<?> request, Form form) {
    return Said.onPage(form.fields().textIfGiven("consent"), Languages.of(request));
  }
}
