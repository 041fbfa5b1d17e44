package dev.eventmanager.rabbit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.ConnectionFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

class CorkTest {

  private final List<String> packets = new ArrayList<>();
  private final Cork cork = new Cork();
  private final OutputStream output = new CorkableOutput(new Packets(), cork);

  @Test
  void sendsAtOnceWhatIsNotCorked() throws Exception {
    write("one");
    write("two");

    assertThat(packets).containsExactly("one", "two");
  }

  @Test
  void sendsTogetherWhatAThreadWritesCorked() throws Exception {
    cork.during(() -> {
      write("one");
      write("two");
      assertThat(packets).isEmpty();
    });

    assertThat(packets).containsExactly("onetwo");
  }

  @Test
  void holdsBackNothingOfAnotherThread() throws Exception {
    cork.during(() -> {
      write("one");
      Thread other = new Thread(() -> writeQuietly("two"));
      other.start();
      other.join();

      assertThat(packets).containsExactly("onetwo");
    });
  }

  @Test
  void sendsWhatWasWrittenBeforeAFailure() {
    assertThatThrownBy(() -> cork.during(() -> {
          write("one");
          throw new IOException("the channel is lost");
        }))
        .hasMessage("the channel is lost");

    assertThat(packets).containsExactly("one");
  }

  @Test
  void sendsWhatFillsMoreThanAPacketInItsOrder() throws Exception {
    String large = "x".repeat(40_000);
    String larger = "y".repeat(70_000);

    cork.during(() -> {
      write(large);
      write(large);
      write(larger);
      write("end");
    });

    assertThat(String.join("", packets)).isEqualTo(large + large + larger + "end");
  }

  @Test
  void isKnownToPlainSocketsAlone() throws Exception {
    ConnectionFactory plain = new ConnectionFactory();
    ConnectionFactory tls = new ConnectionFactory();
    tls.useSslProtocol(SSLContext.getDefault());

    Cork first = new BrokerConnections(new CachingConnectionFactory(plain)).cork();
    Cork second = new BrokerConnections(new CachingConnectionFactory(plain)).cork();
    new BrokerConnections(new CachingConnectionFactory(tls));

    assertThat(plain.getSocketFactory()).isInstanceOf(CorkableSockets.class);
    assertThat(second).isSameAs(first);
    assertThat(tls.isSSL()).isTrue();
    assertThat(tls.getSocketFactory()).isNotInstanceOf(CorkableSockets.class);
  }

  private void write(String text) throws IOException {
    output.write(text.getBytes(StandardCharsets.US_ASCII));
    output.flush();
  }

  private void writeQuietly(String text) {
    try {
      write(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each write to the socket is one. */
  private final class Packets extends ByteArrayOutputStream {

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (length > 0) {
        packets.add(new String(bytes, offset, length, StandardCharsets.US_ASCII));
      }
    }
  }
}
