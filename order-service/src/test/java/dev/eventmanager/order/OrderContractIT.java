package dev.eventmanager.order;

import dev.eventmanager.testkit.service.ServiceContractTest;

class OrderContractIT extends ServiceContractTest {}
