/** Lines that tell of one request together: two proxies' records, and Envoy's own log lines. */
@NullMarked
package dev.whyvoy.core.hop;

import org.jspecify.annotations.NullMarked;
