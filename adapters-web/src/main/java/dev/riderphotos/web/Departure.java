package dev.riderphotos.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import reactor.core.publisher.Mono;

/**
 * The end of a caller's connection. A stream that was not sent yet does not hear of it otherwise:
 * nobody subscribed to it who could cancel.
 */
final class Departure {
  private Departure() {}

  /** Completes when the connection that the request came on is closed, or if it is already. */
  static Mono<Void> of(HttpRequest<?> request) {
    return switch (request) {
      case NettyHttpRequest<?> netty ->
          closed(netty.getChannelHandlerContext().channel().closeFuture());
      case HttpRequestWrapper<?> wrapper -> of(wrapper.getDelegate());
      default -> Mono.never();
    };
  }

  private static Mono<Void> closed(ChannelFuture closed) {
    return Mono.create(
        sink -> {
          GenericFutureListener<Future<Void>> listener = _ -> sink.success();
          closed.addListener(listener);
          sink.onDispose(() -> closed.removeListener(listener));
        });
  }
}
