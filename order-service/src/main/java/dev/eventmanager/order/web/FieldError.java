package dev.eventmanager.order.web;

/**
 * One thing wrong with a request: a path such as {@code lines[0].quantity}, and what it must be.
 */
record FieldError(String field, String message) {}
