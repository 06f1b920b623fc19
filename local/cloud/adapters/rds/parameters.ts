import { TemplateError } from '../../template/templateError.ts';
import { engineParameters } from '../engineParameters.ts';

const logs = { skipped: 'logs are printed as they come' };
const tls = { skipped: 'traffic stays on loopback: a function encrypts to every other address' };
const storage = { skipped: 'storage and replication are the real service’s own' };

const known = {
  character_set_server: 'applied',
  collation_server: 'applied',
  group_concat_max_len: 'applied',
  innodb_lock_wait_timeout: 'applied',
  interactive_timeout: 'applied',
  lock_wait_timeout: 'applied',
  max_allowed_packet: 'applied',
  max_connections: 'applied',
  sql_mode: 'applied',
  transaction_isolation: 'applied',
  wait_timeout: 'applied',
  'aurora_*': storage,
  binlog_format: storage,
  general_log: logs,
  log_output: logs,
  long_query_time: logs,
  performance_schema: logs,
  require_secure_transport: tls,
  'server_audit_*': logs,
  slow_query_log: logs,
  time_zone: { skipped: 'the local engine runs in UTC, as does Aurora MySQL unless told otherwise' },
  tls_version: tls,
} as const;

/**
 * The system variables that the engine is started with.
 * @throws {TemplateError} for one that is not known, or has a value that MariaDB does not have
 */
export function mysqlParameters(given: Record<string, string>): Record<string, string> {
  if (given.collation_server?.includes('0900')) {
    throw new TemplateError(
      `property Parameters sets collation_server to ${given.collation_server}, which the local engine (MariaDB) does not have`,
    );
  }
  if (!['UTC', undefined].includes(given.time_zone)) {
    throw new TemplateError(`property Parameters sets time_zone to ${given.time_zone}: the local engine runs in UTC`);
  }
  return engineParameters('Parameters', given, known);
}
