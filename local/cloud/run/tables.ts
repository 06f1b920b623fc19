import type { IndexPlan, KeySchema, TablePlan } from '../plan/tablePlan.ts';
import { TemplateError } from '../template/templateError.ts';

/** One DynamoDB API call as the local administrator. @throws {AwsServiceError} */
export type DynamoDbCall = (operation: string, input: Record<string, unknown>) => Promise<Record<string, unknown>>;

/**
 * Makes every table that does not exist yet. Those of an earlier run are kept with their items.
 * @throws {TemplateError} when a kept table has other keys or indexes than the template asks for
 */
export async function createTables(tables: TablePlan[], call: DynamoDbCall): Promise<void> {
  const existing = new Set((await call('ListTables', { Limit: 100 })).TableNames as string[]);
  for (const table of tables) {
    if (existing.has(table.tableName)) await keepTable(table, call);
    else await createTable(table, call);
    await setTtl(table, call);
  }
}

async function createTable(table: TablePlan, call: DynamoDbCall): Promise<void> {
  await call('CreateTable', {
    TableName: table.tableName,
    AttributeDefinitions: table.attributeDefinitions,
    KeySchema: table.keySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(table.globalIndexes.length === 0 ? {} : { GlobalSecondaryIndexes: table.globalIndexes }),
    ...(table.localIndexes.length === 0 ? {} : { LocalSecondaryIndexes: table.localIndexes }),
    ...(table.streamView === null ? {} : { StreamSpecification: streamSpecification(table.streamView) }),
  });
}

const streamSpecification = (view: TablePlan['streamView']) =>
  view === null ? { StreamEnabled: false } : { StreamEnabled: true, StreamViewType: view };

/** A table as `DescribeTable` gives it, as far as it is compared. */
type Description = {
  KeySchema: KeySchema;
  AttributeDefinitions: TablePlan['attributeDefinitions'];
  GlobalSecondaryIndexes?: IndexPlan[];
  LocalSecondaryIndexes?: IndexPlan[];
  StreamSpecification?: { StreamViewType?: string };
};

async function keepTable(table: TablePlan, call: DynamoDbCall): Promise<void> {
  const { Table } = (await call('DescribeTable', { TableName: table.tableName })) as { Table: Description };
  const wanted = shapeOf(table.keySchema, table.attributeDefinitions, table.globalIndexes, table.localIndexes);
  const found = shapeOf(
    Table.KeySchema,
    Table.AttributeDefinitions,
    Table.GlobalSecondaryIndexes,
    Table.LocalSecondaryIndexes,
  );
  if (wanted !== found) {
    throw new TemplateError(
      `table ${table.tableName} of the data folder has other keys or indexes than the template (${found} instead of ${wanted}): use another data folder or remove it`,
    );
  }
  if ((Table.StreamSpecification?.StreamViewType ?? null) === table.streamView) return;
  // A stream's view can only be changed by way of none.
  if (Table.StreamSpecification?.StreamViewType !== undefined) await setStream(table.tableName, null, call);
  if (table.streamView !== null) await setStream(table.tableName, table.streamView, call);
}

async function setStream(tableName: string, view: TablePlan['streamView'], call: DynamoDbCall): Promise<void> {
  await call('UpdateTable', { TableName: tableName, StreamSpecification: streamSpecification(view) });
}

/** Keys and indexes in one comparable line; only what matters to what is stored and found. */
function shapeOf(
  keys: KeySchema,
  attributes: TablePlan['attributeDefinitions'],
  globalIndexes: IndexPlan[] = [],
  localIndexes: IndexPlan[] = [],
): string {
  const types = new Map(attributes.map((attribute) => [attribute.AttributeName, attribute.AttributeType]));
  const keyText = (schema: KeySchema): string =>
    schema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}:${types.get(AttributeName)}`).join(' ');
  const indexText = ({ IndexName, KeySchema: schema, Projection }: IndexPlan): string => {
    const attributes = [...(Projection.NonKeyAttributes ?? [])].sort().join(' ');
    return `${IndexName}(${keyText(schema)}; ${Projection.ProjectionType}${attributes === '' ? '' : ` ${attributes}`})`;
  };
  return [keyText(keys), ...[...globalIndexes, ...localIndexes].map(indexText).sort()].join(', ');
}

async function setTtl({ tableName, ttlAttribute }: TablePlan, call: DynamoDbCall): Promise<void> {
  const described = await call('DescribeTimeToLive', { TableName: tableName });
  const current = described.TimeToLiveDescription as { AttributeName?: string; TimeToLiveStatus?: string } | undefined;
  const enabled = current?.TimeToLiveStatus === 'ENABLED' ? current.AttributeName : undefined;
  if (enabled === (ttlAttribute ?? undefined)) return;
  if (enabled !== undefined) await updateTtl(tableName, enabled, false, call);
  if (ttlAttribute !== null) await updateTtl(tableName, ttlAttribute, true, call);
}

async function updateTtl(tableName: string, attribute: string, enabled: boolean, call: DynamoDbCall): Promise<void> {
  await call('UpdateTimeToLive', {
    TableName: tableName,
    TimeToLiveSpecification: { AttributeName: attribute, Enabled: enabled },
  });
}
