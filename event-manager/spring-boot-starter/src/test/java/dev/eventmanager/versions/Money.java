package dev.eventmanager.versions;

import java.math.BigDecimal;

public record Money(BigDecimal amount, String currency) {}
