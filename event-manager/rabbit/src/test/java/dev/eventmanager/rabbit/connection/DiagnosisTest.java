package dev.eventmanager.rabbit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  @Test
  void saysWhatToCorrectWhereTheNameIsWrong() {
    assertThat(Diagnosis.of(new IllegalStateException(new UnknownHostException("rabit"))))
        .isEqualTo(
            "no host is called rabit; correct spring.rabbitmq.host or spring.rabbitmq.addresses");
  }

  @Test
  void hasWordsForAFailureThatHasNone() {
    assertThat(Diagnosis.of(new IOException(new EOFException())))
        .isEqualTo("the broker closed the connection");
    assertThat(Diagnosis.of(new IOException(new TimeoutException())))
        .startsWith("no answer in time; is it running");
  }
}
