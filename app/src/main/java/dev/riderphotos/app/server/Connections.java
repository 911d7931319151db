package dev.riderphotos.app.server;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;

/** The sockets that the server listens on, and the connections that came in by them. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final ChannelGroup listening = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer());
    return event.getBean();
  }

  /** No more connections come in when this returns. */
  void stopListening() {
    listening.close().awaitUninterruptibly();
  }

  /** How many are open; each is forgotten when it is closed, by whomever. */
  int open() {
    return open.size();
  }

  private final class Customizer implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      switch (role) {
        case LISTENER -> listening.add(channel);
        case CONNECTION -> open.add(channel);
        case REQUEST_STREAM, PUSH_PROMISE_STREAM -> {}
      }
      return this;
    }
  }
}
