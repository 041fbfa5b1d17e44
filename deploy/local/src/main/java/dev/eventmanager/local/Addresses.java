package dev.eventmanager.local;

import dev.eventmanager.local.console.Terminal;
import dev.eventmanager.local.demo.Demonstration;
import dev.eventmanager.local.demo.Orders;
import java.net.URI;

/** The last thing printed: where everything is, and what to try. */
final class Addresses {

  private final Shop shop;
  private final Terminal terminal;

  Addresses(Shop shop, Terminal terminal) {
    this.shop = shop;
    this.terminal = terminal;
  }

  void print(String queueUrl) {
    terminal.print("");
    terminal.print(terminal.bold("The shop is open; Ctrl-C closes it.")
        + " "
        + Memory.summary(shop.supervisor()));
    terminal.print("");
    service("order-service", shop.services().order());
    service("billing-service", shop.services().billing());
    service("logistic-service", shop.services().logistic());
    line("sqs-bridge", ShopServices.managementOf(shop.services().bridge()) + "/actuator/health");
    line("broker", shop.broker().address() + terminal.faint("  " + shop.broker().description()));
    line("SQS", queueUrl + terminal.faint("  " + shop.sqs().description()));
    line("databases", terminal.faint(shop.databases().description()));
    line("logs", terminal.faint(shop.folders().logs().toString()));
    suggest(
        "Place an order of your own, and see it above:",
        "curl -s %s/orders -H 'Content-Type: application/json' -d '%s'"
            .formatted(shop.services().order(), Orders.of("c-1001", "tea", 2)));
    suggest(
        "Receive the events from SQS, as any client of it may:",
        "curl -s '%s?Action=ReceiveMessage&MaxNumberOfMessages=10&AttributeName.1=All'"
            .formatted(queueUrl),
        "aws sqs receive-message --max-number-of-messages 10 --attribute-names All --endpoint-url %s --queue-url %s"
            .formatted(shop.sqs().access().endpoint(), queueUrl));
    suggest(
        "See what billing could not handle and has parked, such as order %d; replay it, or give it up:"
            .formatted(Demonstration.PARKED_ORDER),
        "export EVENT_MANAGER_URL=%s EVENT_MANAGER_USER=%s EVENT_MANAGER_PASSWORD=%s   # good for this run"
            .formatted(
                ShopServices.managementOf(shop.services().billing()),
                shop.services().operator().name(),
                shop.services().operator().password()),
        "event-manager/command-line/events parked list   # further: show, replay, discard, --help",
        "curl -su \"$EVENT_MANAGER_USER:$EVENT_MANAGER_PASSWORD\" $EVENT_MANAGER_URL/actuator/parked");
    suggest(
        "See how far the bridge to SQS is; stop it, drain it, start it again:",
        "event-manager/command-line/events bridge status --url %s   # further: stop, drain, start, verify, --help"
            .formatted(ShopServices.managementOf(shop.services().bridge())));
    suggest(
        "Kill a service, order meanwhile, and see it catch up:",
        "kill -9 %d   # billing-service".formatted(shop.supervisor().pid("billing-service")));
    terminal.print("");
  }

  private void service(String name, URI address) {
    line(
        name,
        "%s/swagger-ui.html".formatted(address)
            + terminal.faint(
                "  and %s/actuator/health".formatted(ShopServices.managementOf(address))));
  }

  private void line(String name, String text) {
    terminal.print("  %-17s %s".formatted(name, text));
  }

  private void suggest(String what, String... commands) {
    terminal.print("");
    terminal.print(what);
    for (String command : commands) {
      terminal.print("  " + terminal.blue(command));
    }
  }
}
