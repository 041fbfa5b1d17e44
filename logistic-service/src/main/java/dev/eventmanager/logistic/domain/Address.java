package dev.eventmanager.logistic.domain;

/** Where a shipment goes. */
public record Address(String name, String street, String city, String postcode, String country) {}
