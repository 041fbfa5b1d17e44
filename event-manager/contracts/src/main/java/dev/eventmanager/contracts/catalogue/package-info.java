/**
 * The contract of a whole catalogue: each version with its schema and sample, and the services that
 * publish and bind. {@link dev.eventmanager.contracts.catalogue.ContractCatalogue} is the door.
 */
@NullMarked
package dev.eventmanager.contracts.catalogue;

import org.jspecify.annotations.NullMarked;
