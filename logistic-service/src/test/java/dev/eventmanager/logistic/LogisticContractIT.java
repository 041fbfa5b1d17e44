package dev.eventmanager.logistic;

import dev.eventmanager.testkit.service.ServiceContractTest;

class LogisticContractIT extends ServiceContractTest {}
