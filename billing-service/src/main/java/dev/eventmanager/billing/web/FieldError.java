package dev.eventmanager.billing.web;

/** One thing wrong with a request: a parameter such as {@code orderId}, and what it must be. */
record FieldError(String field, String message) {}
