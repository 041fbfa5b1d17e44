package dev.eventmanager.logistic.domain;

/** A product of which there was less to be had than an order asked for. */
public record Missing(String product, long requested, long available) {}
