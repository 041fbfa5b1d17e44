package dev.eventmanager.quickstart;

import java.math.BigDecimal;

public record Parcel(String id, BigDecimal kilograms) {}
