import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { TableName } from '../../functions/manifest.ts';
import type { Config } from '../config.ts';
import { AuditDatabase } from '../constructs/auditDatabase.ts';
import { Network } from '../constructs/network.ts';
import { PageCache } from '../constructs/pageCache.ts';

export type Tables = Record<TableName, TableV2>;

type DataStackProps = StackProps & { replicaRegions: string[]; settings: Config['data'] };
type Keys = { partition: string; sort?: string; indexes?: GlobalSecondaryIndexPropsV2[] };

const text = (name: string) => ({ name, type: AttributeType.STRING });

function index(indexName: string, partition: string, sort: string): GlobalSecondaryIndexPropsV2 {
  return { indexName, partitionKey: text(partition), sortKey: text(sort), projectionType: ProjectionType.ALL };
}

function keysIndex(indexName: string, partition: string, sort: string): GlobalSecondaryIndexPropsV2 {
  return { ...index(indexName, partition, sort), projectionType: ProjectionType.KEYS_ONLY };
}

/** What must outlive every deployment: the tables, the audit history, and the cache with the network they lie in. */
export class DataStack extends Stack {
  readonly tables: Tables;
  readonly network: Network;
  readonly cache: PageCache;
  readonly audit: AuditDatabase;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    const table = (name: TableName, keys: Keys) => this.#table(name, keys, props.replicaRegions);
    this.tables = {
      Inventory: table('Inventory', { partition: 'property_id', sort: 'page' }),
      Bookings: table('Bookings', {
        partition: 'booking_id',
        indexes: [
          index('byGuest', 'guest_id', 'arrival'),
          index('byProperty', 'property_id', 'arrival'),
          // Sparse: only bookings that wait in the queue have its keys.
          index('byQueue', 'queue_key', 'queued_at'),
          // Sparse as well: only what holds units for a time. Of no more use than to find it.
          {
            indexName: 'byHold',
            partitionKey: text('hold_shard'),
            sortKey: { name: 'hold_until', type: AttributeType.NUMBER },
            projectionType: ProjectionType.KEYS_ONLY,
          },
          // Where bookings are found: keys alone, which most writes leave as they are.
          keysIndex('byName', 'name_bucket', 'name_key'),
          keysIndex('byLastName', 'last_name_bucket', 'name_key'),
          keysIndex('byReference', 'reference', 'property_id'),
          keysIndex('byEmail', 'guest_email', 'booking_id'),
          // Sparse: the first bookings of groups.
          keysIndex('byContact', 'contact_email', 'booking_id'),
        ],
      }),
      Catalog: table('Catalog', {
        partition: 'property_id',
        sort: 'sk',
        // All sparse: properties have the keys, those of a group the group's, those with a place the cell's.
        indexes: [
          index('byListing', 'listing', 'listing_key'),
          index('byGroup', 'group_id', 'property_id'),
          index('byPlace', 'place_cell', 'property_id'),
        ],
      }),
      Operations: table('Operations', {
        partition: 'pk',
        sort: 'sk',
        indexes: [index('byListing', 'listing', 'listing_key')],
      }),
    };
    this.network = new Network(this, 'Network', props.settings.network);
    this.cache = new PageCache(this, 'PageCache', { network: this.network, nodeType: props.settings.cacheNodeType });
    this.audit = new AuditDatabase(this, 'AuditDatabase', { network: this.network });
  }

  #table(name: TableName, keys: Keys, replicaRegions: string[]): TableV2 {
    return new TableV2(this, name, {
      partitionKey: text(keys.partition),
      ...(keys.sort ? { sortKey: text(keys.sort) } : {}),
      globalSecondaryIndexes: keys.indexes,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiry_time',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      replicas: replicaRegions.map((region) => ({ region })),
    });
  }
}
