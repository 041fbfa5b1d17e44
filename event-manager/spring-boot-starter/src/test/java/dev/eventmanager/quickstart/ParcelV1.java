package dev.eventmanager.quickstart;

import java.math.BigDecimal;

record ParcelV1(String id, long grams) {

  Parcel toParcel() {
    return new Parcel(id, BigDecimal.valueOf(grams, 3));
  }
}
