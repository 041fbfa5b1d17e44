package dev.eventmanager.s3;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** What has happened to an object in S3: the payload of every event of the exchange {@code s3}. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableObjectChange.class)
@JsonDeserialize(as = ImmutableObjectChange.class)
public interface ObjectChange {

  @JsonPropertyDescription("The bucket's name.")
  String bucket();

  @JsonPropertyDescription("The object's key as its owner wrote it, not URL-encoded.")
  String key();

  @JsonPropertyDescription("The object's version, in a bucket that has versions.")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  Optional<String> versionId();

  @JsonPropertyDescription("S3's own name of what happened, such as ObjectCreated:Put.")
  String event();

  @JsonPropertyDescription("When S3 did it.")
  Instant time();

  @JsonPropertyDescription(
      "Its place among the events of the same object, hexadecimal as S3 gave it; only creations and"
          + " removals are sure to have one.")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  Optional<String> sequencer();

  @JsonPropertyDescription("The object's size in bytes.")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  Optional<Long> size();

  @JsonPropertyDescription("The object's entity tag, without quotes.")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  Optional<String> eTag();

  @JsonPropertyDescription("The bucket's AWS region.")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  Optional<String> region();

  /** The object, as the ordering key of its events: {@code bucket/key}. No bucket has a slash. */
  @JsonIgnore
  default String object() {
    return bucket() + "/" + key();
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ObjectChange}; what is optional may be left out. */
  final class Builder extends ImmutableObjectChange.Builder {}
}
