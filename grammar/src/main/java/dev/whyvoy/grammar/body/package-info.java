/** Bodies of local replies, and the {@code grpc-message} that replaces them for gRPC. */
@NullMarked
package dev.whyvoy.grammar.body;

import org.jspecify.annotations.NullMarked;
