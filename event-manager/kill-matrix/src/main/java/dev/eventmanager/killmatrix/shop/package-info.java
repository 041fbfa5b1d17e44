/**
 * The three services of the shop under fire. {@link dev.eventmanager.killmatrix.shop.ShopUnderFire}
 * is the door.
 */
@NullMarked
package dev.eventmanager.killmatrix.shop;

import org.jspecify.annotations.NullMarked;
