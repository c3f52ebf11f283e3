package news.isnad.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes sockets that ask the guard about the very address they connect to. Immutable. */
final class GuardedSockets extends SocketFactory {
  private final AddressGuard guard;
  private final Watch watch;

  /** Is told of every connection that the guard lets through, before it is made. */
  @FunctionalInterface
  interface Watch {
    Watch NOBODY = _ -> {};

    void connecting(InetSocketAddress target) throws IOException;
  }

  GuardedSockets(AddressGuard guard) {
    this(guard, Watch.NOBODY);
  }

  GuardedSockets(AddressGuard guard, Watch watch) {
    this.guard = guard;
    this.watch = watch;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(guard, watch);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("only unconnected sockets are made");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException("only unconnected sockets are made");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("only unconnected sockets are made");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("only unconnected sockets are made");
  }

  private static final class GuardedSocket extends Socket {
    private final AddressGuard guard;
    private final Watch watch;

    GuardedSocket(AddressGuard guard, Watch watch) {
      this.guard = guard;
      this.watch = watch;
    }

    @Override
    public void connect(SocketAddress target) throws IOException {
      connect(target, 0);
    }

    @Override
    public void connect(SocketAddress target, int timeout) throws IOException {
      if (!(target instanceof InetSocketAddress inet) || inet.getAddress() == null) {
        throw new IOException("only resolved internet addresses are connected to");
      }
      if (!guard.permits(inet.getAddress())) {
        throw new ForbiddenAddressException(inet.getHostString(), inet.getAddress());
      }
      watch.connecting(inet);
      super.connect(target, timeout);
    }
  }
}
