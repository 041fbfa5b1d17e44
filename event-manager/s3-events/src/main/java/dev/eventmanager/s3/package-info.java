/**
 * What Amazon S3 says of its objects, as events of the exchange {@code s3}, for whoever handles or
 * publishes them. {@link dev.eventmanager.s3.S3Events} lists every one.
 */
@NullMarked
package dev.eventmanager.s3;

import org.jspecify.annotations.NullMarked;
