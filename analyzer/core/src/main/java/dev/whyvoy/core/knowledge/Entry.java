package dev.whyvoy.core.knowledge;

/**
 * A value read from a knowledge file, with where it stood.
 *
 * @param id what other entries call it
 */
record Entry<T>(String id, T value, Fields fields) {}
