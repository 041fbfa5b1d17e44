package dev.eventmanager.emulator;

/** What the embedded SNS answers; {@link #NONE} ends the connection. */
record SnsAnswer(int status, String xml) {

  static final SnsAnswer NONE = new SnsAnswer(0, "");

  static SnsAnswer of(String action, String result) {
    return new SnsAnswer(
        200,
        ("<%1$sResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><%1$sResult>%2$s"
                + "</%1$sResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>"
                + "</%1$sResponse>")
            .formatted(action, result));
  }

  static SnsAnswer error(int status, String code, String message) {
    return new SnsAnswer(
        status,
        ("<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error>"
                + "<Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>"
                + "<RequestId>1</RequestId></ErrorResponse>")
            .formatted(code, message));
  }

  /** An element with its text. */
  static String element(String name, String text) {
    var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<%1$s>%2$s</%1$s>".formatted(name, escaped);
  }
}
