package dev.whyvoy.bench.incident;

/** What a request would be if all went well: who asks whom, and the moment in ms since 1970. */
record Draw(long time, Service service, String host, Client client) {}
