package dev.eventmanager.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Invoices, ledger and announcements in memory, for tests of the rules alone. */
public final class Books implements Invoices, Ledger, BillingAnnouncements, UnitOfWork {

  private final Map<OrderId, Invoice> invoices = new HashMap<>();
  private final List<Booking> bookings = new ArrayList<>();
  private final List<String> announced = new ArrayList<>();

  /** What was announced, oldest first, such as {@code settle 1}. */
  public List<String> announced() {
    return announced;
  }

  public void clear() {
    invoices.clear();
    bookings.clear();
    announced.clear();
  }

  @Override
  public Invoice lockOrAdd(OrderId orderId) {
    return invoices.computeIfAbsent(orderId, Invoice::open);
  }

  @Override
  public void save(Invoice invoice) {
    invoices.put(invoice.orderId(), invoice);
  }

  @Override
  public Optional<Invoice> find(OrderId orderId) {
    return Optional.ofNullable(invoices.get(orderId));
  }

  @Override
  public void book(Booking booking) {
    bookings.add(booking);
  }

  @Override
  public List<Entry> entries(OrderId orderId) {
    return bookings.stream()
        .filter(booking -> booking.orderId().equals(orderId))
        .flatMap(booking -> booking.entries().stream())
        .toList();
  }

  @Override
  public TrialBalance balance() {
    return new TrialBalance(bookings.stream()
        .flatMap(booking -> booking.entries().stream())
        .map(entry -> new TrialBalance.Row(
            entry.account(), entry.booking().amount().currency(), entry.debit(), entry.credit()))
        .toList());
  }

  /** What an account holds, all currencies taken together. */
  BigDecimal on(Account account) {
    return balance().accounts().stream()
        .filter(row -> row.account() == account)
        .map(TrialBalance.Row::balance)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Override
  public void settled(Invoice invoice) {
    announced.add("settle " + invoice.orderId());
  }

  @Override
  public void declined(Invoice invoice) {
    announced.add("decline " + invoice.orderId());
  }

  @Override
  public void refunded(Invoice invoice) {
    announced.add("refund " + invoice.orderId());
  }

  @Override
  public <T> T execute(Supplier<T> work) {
    return work.get();
  }
}
