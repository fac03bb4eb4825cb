// Asks ClickHouse what a summary counts: records, p50 and p99 of the duration, by flags, details and
// cluster. Usage: node clickhouse.mjs text|json FILE THREADS; needs the module chdb.
import { query } from 'chdb';

const [, , kind, file, threads] = process.argv;
const fields =
  't req code flags details term reason rx tx duration service xff agent id authority host ' +
  'upstream ula dla dra sni route';
const source =
  kind === 'text'
    ? `file('${file}', 'CustomSeparated', '${fields
        .split(' ')
        .map((name) => `${name} String`)
        .join(', ')}')`
    : `(select response_flags flags, response_code_details details, upstream_cluster upstream, duration
         from file('${file}', 'JSONEachRow', 'response_flags String, response_code_details String,
           upstream_cluster String, duration Int32'))`;
const rows = query(
  `select flags, details, upstream, count(), quantiles(0.5, 0.99)(toInt32OrZero(toString(duration)))
   from ${source} group by all
   settings max_threads = ${threads}, format_custom_field_delimiter = ' ',
     format_custom_escaping_rule = 'CSV', input_format_skip_unknown_fields = 1`,
  'CSV',
);
console.log(`${String(rows).trim().split('\n').length} groups`);
