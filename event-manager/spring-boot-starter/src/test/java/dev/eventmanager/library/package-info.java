/** A service that lends books, kept and broken, for the test of the test of services. */
package dev.eventmanager.library;
