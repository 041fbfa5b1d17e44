package dev.eventmanager.bridge.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.bridge.target.Verdict.Refused;
import dev.eventmanager.bridge.target.Verdict.Split;
import dev.eventmanager.bridge.target.Verdict.TryAgain;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class VerdictsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDenied",
        "AccessDeniedException",
        "KmsDisabled",
        "KMS.DisabledException",
        "KmsAccessDenied",
        "AWS.SimpleQueueService.NonExistentQueue",
        "QueueDoesNotExist",
        "InvalidClientTokenId",
        "ExpiredToken",
        "InvalidSecurity",
        "SignatureDoesNotMatch",
        "SomethingNobodyHasHeardOf"
      })
  void blamesNoEventForTroubleOfQueueOrAccount(String code) {
    assertThat(Verdicts.ofRequest(answer(400, code), 1)).isInstanceOf(Outage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied", "KmsDisabled", "QueueDoesNotExist", "InvalidSecurity"})
  void blamesNoEntryForTroubleOfQueueOrAccount(String code) {
    assertThat(Verdicts.ofEntry(failed(code, true))).isInstanceOf(Outage.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RequestThrottled", "ThrottlingException", "KmsThrottled", "OverLimit", "Throttled"
      })
  void slowsDownWhenThrottled(String code) {
    assertThat(Verdicts.ofRequest(answer(400, code), 5))
        .isInstanceOfSatisfying(
            Outage.class, outage -> assertThat(outage.throttled()).isTrue());
    assertThat(Verdicts.ofEntry(failed(code, true)))
        .isInstanceOfSatisfying(
            Outage.class, outage -> assertThat(outage.throttled()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BatchRequestTooLong",
        "AWS.SimpleQueueService.BatchRequestTooLong",
        "InvalidMessageContents",
        "InvalidParameterValue",
        "InvalidAttributeValue"
      })
  void splitsARefusedBatchUntilTheOneToBlameIsAlone(String code) {
    assertThat(Verdicts.ofRequest(answer(400, code), 2)).isInstanceOf(Split.class);
    assertThat(Verdicts.ofRequest(answer(400, code), 1)).isInstanceOf(Refused.class);
  }

  @Test
  void triesAnEntryAgainThatFailedAtSqs() {
    assertThat(Verdicts.ofEntry(failed("InternalError", false))).isInstanceOf(TryAgain.class);
  }

  @Test
  void refusesAnEntryThatIsAtFault() {
    assertThat(Verdicts.ofEntry(failed("InvalidMessageContents", true)))
        .isEqualTo(new Refused("InvalidMessageContents: because"));
  }

  @Test
  void knowsThatARefusedConnectionSentNothing() {
    assertThat(Verdicts.ofRequest(lost(new ConnectException("Connection refused")), 3))
        .isInstanceOfSatisfying(Outage.class, o -> assertThat(o.maybeAccepted()).isFalse());
  }

  @Test
  void doubtsWhetherALostConnectionOrAServerErrorSentSomething() {
    assertThat(Verdicts.ofRequest(lost(new IOException("reset")), 3))
        .isInstanceOfSatisfying(Outage.class, o -> assertThat(o.maybeAccepted()).isTrue());
    assertThat(Verdicts.ofRequest(answer(500, "InternalFailure"), 3))
        .isInstanceOfSatisfying(Outage.class, o -> assertThat(o.maybeAccepted()).isTrue());
  }

  private static Throwable lost(IOException cause) {
    return new CompletionException(
        SdkClientException.builder().message("no answer").cause(cause).build());
  }

  private static Throwable answer(int status, String code) {
    var details =
        AwsErrorDetails.builder().errorCode(code).errorMessage("because").build();
    return new CompletionException(
        SqsException.builder().statusCode(status).awsErrorDetails(details).build());
  }

  private static BatchResultErrorEntry failed(String code, boolean senderFault) {
    return BatchResultErrorEntry.builder()
        .id("0")
        .code(code)
        .message("because")
        .senderFault(senderFault)
        .build();
  }
}
