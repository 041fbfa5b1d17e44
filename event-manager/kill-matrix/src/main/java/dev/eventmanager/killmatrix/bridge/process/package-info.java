/**
 * Instances of the bridge as processes of their own. {@link
 * dev.eventmanager.killmatrix.bridge.process.Instances} keeps them running and kills them.
 */
@NullMarked
package dev.eventmanager.killmatrix.bridge.process;

import org.jspecify.annotations.NullMarked;
