package dev.eventmanager.logistic.domain;

/** What a submitted order asks us to send, and where to. */
public record Consignment(Goods goods, Address address) {}
