package dev.whyvoy.core.config;

/** A file is no configuration that is known here. The message says what it should be. */
public final class UnreadableConfig extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableConfig(String message) {
    super(message);
  }
}
