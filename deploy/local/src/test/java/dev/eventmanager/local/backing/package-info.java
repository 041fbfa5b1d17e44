/** Tests of how the shop's foundations are checked before anything is started. */
@NullMarked
package dev.eventmanager.local.backing;

import org.jspecify.annotations.NullMarked;
