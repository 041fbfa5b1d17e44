package dev.eventmanager.local.demo;

/** Orders as a customer's program would write them. */
public final class Orders {

  /** The order of the article that this library grew from, in its very JSON but for the id. */
  private static final String ARTICLE = """
            {"id":%d,"lines":[{"id":1,"quantity":2,"price":3},{"id":2,"quantity":1,"price":4.5}]}""";

  private static final String ORDER = """
            {"customer":"%s","currency":"EUR","lines":[{"product":"%s","quantity":%d,"price":"3.00"}],\
            "deliverTo":{"name":"Customer 1001","street":"1 Mill Lane","city":"Turin","postcode":"10121","country":"IT"}}""";

  private static final String NO_CURRENCY = """
            {"id":%d,"customer":"c-1010","currency":"ABC","lines":[{"id":1,"product":"tea","quantity":1,"price":3.00}],\
            "deliverTo":{"name":"Customer 1010","street":"1 Mill Lane","city":"Turin","postcode":"10121","country":"IT"}}""";

  private Orders() {}

  /** The body of {@code POST /orders} for one product at 3.00 EUR. */
  public static String of(String customer, String product, int quantity) {
    return ORDER.formatted(customer, product, quantity);
  }

  /** The body of {@code order.v1.submit}. */
  public static String ofTheArticle(long id) {
    return ARTICLE.formatted(id);
  }

  /** A body of {@code order.v2.submit} that can be read, and that billing can make no invoice of. */
  public static String inNoCurrency(long id) {
    return NO_CURRENCY.formatted(id);
  }
}
