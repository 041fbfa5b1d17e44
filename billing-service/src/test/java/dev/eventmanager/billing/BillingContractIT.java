package dev.eventmanager.billing;

import dev.eventmanager.testkit.service.ServiceContractTest;

// snippet: service
class BillingContractIT extends ServiceContractTest {}
// end
