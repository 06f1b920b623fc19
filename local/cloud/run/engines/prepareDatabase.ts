import { askMariaDb, type MariaDbAddress } from '../../../engines/mariadb/ask.ts';
import type { DatabasePlan } from '../../plan/databasePlan.ts';

/** What Amazon RDS lets the master user of MySQL do ("Master user account privileges"), less what only it has. */
const MASTER_RIGHTS =
  'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER, SHOW DATABASES, ' +
  'CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, ' +
  'CREATE USER, EVENT, TRIGGER';

/** Makes the cluster's database and master user; those of an earlier run are kept, the password is the template's. */
export async function prepareDatabase(server: MariaDbAddress, plan: DatabasePlan): Promise<void> {
  const { databaseName, user, password } = plan;
  await askMariaDb(server, async (connection) => {
    if (databaseName !== null) await connection.query('CREATE DATABASE IF NOT EXISTS ??', [databaseName]);
    await connection.query("CREATE USER IF NOT EXISTS ?@'%' IDENTIFIED BY ?", [user, password]);
    await connection.query("ALTER USER ?@'%' IDENTIFIED BY ?", [user, password]);
    await connection.query(`GRANT ${MASTER_RIGHTS} ON *.* TO ?@'%' WITH GRANT OPTION`, [user]);
  });
}
