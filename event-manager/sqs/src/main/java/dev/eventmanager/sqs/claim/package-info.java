/**
 * Bodies too large for a message: kept in S3, while the message carries a claim to them in the format
 * of AWS's Extended Client Library. {@link dev.eventmanager.sqs.claim.ClaimStore} is the door.
 */
@NullMarked
package dev.eventmanager.sqs.claim;

import org.jspecify.annotations.NullMarked;
