package dev.eventmanager.order.domain;

/** Where a parcel goes; the country is an ISO 3166-1 alpha-2 code. */
public record Address(String name, String street, String city, String postcode, String country) {}
