package dev.whyvoy.core.knowledge;

/** A group of causes that people look for in the same place. */
public record Family(String name, String meaning) {}
