package dev.riderphotos.aws;

import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Takes a web page that came in place of AWS's answer for the fault of a gateway, though it says
 * that all is well, as the pages of networks do that want people to sign in: else S3 seems to have
 * kept or deleted what it never heard of.
 */
final class PagesAreNoAnswers implements ExecutionInterceptor {
  private static final int BAD_GATEWAY = 502;
  private static final List<String> REQUEST_IDS = List.of("x-amzn-RequestId", "x-amz-request-id");

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse answer = context.httpResponse();
    return answer.isSuccessful() && isPage(answer) && !isOfAws(answer)
        ? answer.toBuilder().statusCode(BAD_GATEWAY).build()
        : answer;
  }

  private static boolean isPage(SdkHttpResponse answer) {
    return answer
        .firstMatchingHeader("Content-Type")
        .filter(type -> type.startsWith("text/html"))
        .isPresent();
  }

  /** Pages that AWS itself sent are answers: objects may well be pages. */
  private static boolean isOfAws(SdkHttpResponse answer) {
    return answer.firstMatchingHeader(REQUEST_IDS).isPresent();
  }
}
