/** Tests of the proxy and the rules, on ElasticMQ. */
@NullMarked
package dev.eventmanager.emulator;

import org.jspecify.annotations.NullMarked;
