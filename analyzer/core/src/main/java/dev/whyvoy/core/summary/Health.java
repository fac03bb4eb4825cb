package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Field;
import java.util.Map;

/** Whether a record shows a failure at all. */
final class Health {
  private Health() {}

  /** No flags, no error status, no gRPC error, and not ended for a reason worth a word. */
  static boolean of(Map<Field, String> values) {
    if (values.containsKey(Field.RESPONSE_FLAGS)
        || values.containsKey(Field.RESPONSE_FLAGS_LONG)
        || values.containsKey(Field.UPSTREAM_TRANSPORT_FAILURE_REASON)
        || values.containsKey(Field.DOWNSTREAM_TRANSPORT_FAILURE_REASON)
        || values.containsKey(Field.CONNECTION_TERMINATION_DETAILS)) {
      return false;
    }
    if (!grpcOk(values.getOrDefault(Field.GRPC_STATUS, "0"))
        || !grpcOk(values.getOrDefault(Field.GRPC_STATUS_NUMBER, "0"))) {
      return false;
    }
    String code = values.getOrDefault(Field.RESPONSE_CODE, "0");
    char first = code.isEmpty() ? '0' : code.charAt(0);
    if (first == '0') {
      String details = values.getOrDefault(Field.RESPONSE_CODE_DETAILS, "");
      return details.isEmpty() || details.equals("via_upstream");
    }
    return code.length() == 3 && first >= '1' && first <= '3';
  }

  private static boolean grpcOk(String status) {
    return status.equals("0") || status.equalsIgnoreCase("ok");
  }
}
