// Asks DuckDB what a summary counts: records, p50 and p99 of the duration, by flags, details and
// cluster. Usage: node duckdb.mjs text|json FILE THREADS; needs the module @duckdb/node-api.
import duckdb from '@duckdb/node-api';

const [, , kind, file, threads] = process.argv;
const instance = await duckdb.DuckDBInstance.create(':memory:', {
  threads,
  preserve_insertion_order: 'false',
});
const connection = await instance.connect();
const fields =
  't req code flags details term reason rx tx duration service xff agent id authority host ' +
  'upstream ula dla dra sni route';
const columns = fields.split(' ').map((name) => `'${name}': 'VARCHAR'`);
const source =
  kind === 'text'
    ? `read_csv('${file}', delim=' ', quote='"', escape='"', header=false, all_varchar=true,
         auto_detect=false, columns={${columns}})`
    : `(select response_flags flags, response_code_details details, upstream_cluster upstream, duration
         from read_json('${file}', format='newline_delimited', columns={response_flags: 'VARCHAR',
         response_code_details: 'VARCHAR', upstream_cluster: 'VARCHAR', duration: 'INTEGER'}))`;
const result = await connection.runAndReadAll(
  `select flags, details, upstream, count(*), quantile_cont(duration::int, 0.5),
     quantile_cont(duration::int, 0.99)
   from ${source} group by all`,
);
console.log(`${result.currentRowCount} groups`);
