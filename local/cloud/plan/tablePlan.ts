export type KeySchema = { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];

export type IndexPlan = {
  IndexName: string;
  KeySchema: KeySchema;
  Projection: { ProjectionType?: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] };
};

/** One DynamoDB table, in the words of `CreateTable`. */
export type TablePlan = {
  /** The table's id in the CDK app, e.g. `Inventory`. */
  constructId: string;
  tableName: string;
  arn: string;
  attributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  keySchema: KeySchema;
  globalIndexes: IndexPlan[];
  localIndexes: IndexPlan[];
  streamView: 'NEW_AND_OLD_IMAGES' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'KEYS_ONLY' | null;
  ttlAttribute: string | null;
};
