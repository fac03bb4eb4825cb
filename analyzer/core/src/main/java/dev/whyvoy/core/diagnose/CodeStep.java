package dev.whyvoy.core.diagnose;

import java.util.OptionalInt;

/**
 * A step of the code path in one release.
 *
 * @param function full C++ name
 * @param file path in Envoy's repository
 * @param line 1-based, when known for the release
 * @param says what happens here
 * @param url permalink to the file, and to the line when known
 * @param alternative whether this function writes the same text as one before it, so that it may
 *     have been either
 */
public record CodeStep(
    String function, String file, OptionalInt line, String says, String url, boolean alternative) {}
