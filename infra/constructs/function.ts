import path from 'node:path';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  type FunctionUrl,
  FunctionUrlAuthType,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionEntry, QueueName, TableName, TopicName } from '../../functions/manifest.ts';
import type { Tables } from '../stacks/dataStack.ts';
import type { AuditDatabase } from './auditDatabase.ts';
import { bundleFunction } from './bundleFunction.ts';
import type { GuestMail } from './guestMail.ts';
import type { Messaging } from './messaging.ts';
import type { Network } from './network.ts';
import type { PageCache } from './pageCache.ts';
import { projectFile } from './projectFile.ts';
import type { Schedules } from './schedules.ts';
import { type Source, startFromQueue, startFromStream, startOnSchedule } from './triggers.ts';

/** What functions may be given. */
export type Platform = {
  tables: Tables;
  api: GraphqlApi;
  messaging: Messaging;
  schedules: Schedules;
  network: Network;
  cache: PageCache;
  audit: AuditDatabase;
  mail: GuestMail;
};

type Props = { entry: FunctionEntry; platform: Platform };

/** One Lambda function as its manifest entry describes it. */
export class KeyrackFunction extends Construct {
  readonly function: LambdaFunction;
  /** What starts it, with the dead letter queue of each. */
  readonly sources: Source[];
  readonly work: FunctionEntry['work'];
  /** Where it is called from the internet. */
  readonly url?: FunctionUrl;
  readonly #platform: Platform;

  constructor(scope: Construct, id: string, { entry, platform }: Props) {
    super(scope, id);
    this.#platform = platform;
    this.function = new LambdaFunction(this, 'Function', {
      description: entry.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: `${path.basename(entry.handler, '.ts')}.handler`,
      code: Code.fromAsset(bundleFunction(projectFile(entry.handler))),
      memorySize: entry.memoryMiB,
      timeout: Duration.seconds(entry.timeoutSeconds),
      reservedConcurrentExecutions: entry.reservedConcurrency,
      tracing: Tracing.ACTIVE,
      environment: { ...entry.settings },
      logGroup: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH }),
      ...(entry.cache || entry.audit ? inVpc(platform.network) : {}),
    });
    this.#grantTables(entry);
    this.#grantMessaging(entry);
    this.#grantEvents(entry);
    this.#reachEngines(entry);
    if (entry.publishes) {
      platform.api.grantMutation(this.function, ...entry.publishes);
      this.function.addEnvironment('GRAPHQL_URL', platform.api.graphqlUrl);
    }
    this.sources = this.#start(entry);
    this.work = entry.work;
    if (entry.url) this.url = this.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
  }

  #grantTables({ grants = {}, indexes = {}, scans = {}, tables = {} }: FunctionEntry): void {
    for (const [table, actions] of Object.entries(grants) as [TableName, readonly string[]][]) {
      const { tableArn } = this.#platform.tables[table];
      // Not table.grant(): it would reach all indexes.
      if (actions.length > 0) this.allow(actions, tableArn);
      const names = indexes[table] ?? [];
      if (names.length > 0) this.allow(['dynamodb:Query'], ...names.map((name) => `${tableArn}/index/${name}`));
    }
    for (const [table, names] of Object.entries(scans) as [TableName, readonly string[]][]) {
      const { tableArn } = this.#platform.tables[table];
      this.allow(['dynamodb:Scan'], ...names.map((name) => `${tableArn}/index/${name}`));
    }
    for (const [variable, table] of Object.entries(tables)) {
      this.function.addEnvironment(variable, this.#platform.tables[table].tableName);
    }
  }

  #grantMessaging({ sends = {}, announces = {} }: FunctionEntry): void {
    const { queues, topics } = this.#platform.messaging;
    for (const [variable, name] of Object.entries<QueueName>(sends)) {
      const { queue } = queues[name];
      this.allow(['sqs:SendMessage'], queue.queueArn);
      this.function.addEnvironment(variable, queue.queueUrl);
    }
    for (const [variable, name] of Object.entries<TopicName>(announces)) {
      this.allow(['sns:Publish'], topics[name].topicArn);
      this.function.addEnvironment(variable, topics[name].topicArn);
    }
  }

  #grantEvents({ putsEvents, schedules }: FunctionEntry): void {
    const { messaging, schedules: groups } = this.#platform;
    if (putsEvents) {
      this.allow(['events:PutEvents'], messaging.bus.eventBusArn);
      this.function.addEnvironment('EVENT_BUS', messaging.bus.eventBusName);
    }
    if (schedules) groups.letManage(this.function, schedules);
  }

  #reachEngines({ cache, audit, mails, secrets = [] }: FunctionEntry): void {
    if (mails) this.#sendMail(this.#platform.mail);
    if (cache) this.#reach('REDIS', this.#platform.cache);
    if (audit) {
      this.#reach('AURORA', this.#platform.audit);
      this.function.addEnvironment('AURORA_DATABASE', this.#platform.audit.database);
    }
    if (secrets.length === 0) return;
    const stack = Stack.of(this);
    const arns = secrets.map((name) =>
      stack.formatArn({
        service: 'secretsmanager',
        resource: 'secret',
        resourceName: `${name}*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    this.allow(['secretsmanager:GetSecretValue'], ...arns);
  }

  #sendMail({ from, configurationSet, arns }: GuestMail): void {
    this.function.addEnvironment('MAIL_FROM', from);
    this.function.addEnvironment('MAIL_CONFIGURATION_SET', configurationSet);
    this.allow(['ses:SendEmail'], ...arns);
  }

  #reach(name: string, { host, port, secret }: PageCache | AuditDatabase): void {
    this.function.addEnvironment(`${name}_HOST`, host);
    this.function.addEnvironment(`${name}_PORT`, port);
    this.function.addEnvironment(`${name}_SECRET_ARN`, secret.secretArn);
    this.allow(['secretsmanager:GetSecretValue'], secret.secretArn);
  }

  /** What a function itself finds that nobody can handle, it puts into the source's dead letter queue with its reason. */
  #start({ triggers = [] }: FunctionEntry): Source[] {
    const { tables, messaging } = this.#platform;
    const sources = triggers.flatMap((trigger): Source[] => {
      if ('stream' in trigger) return [startFromStream(this.function, trigger, tables)];
      if ('queue' in trigger) return [startFromQueue(this.function, trigger, messaging.queues[trigger.queue])];
      startOnSchedule(this.function, trigger);
      return [];
    });
    if (sources.length > 0) {
      const urls = Object.fromEntries(sources.map(({ arn, deadLetters }) => [arn, deadLetters.queueUrl]));
      this.function.addEnvironment('DEAD_LETTERS', Stack.of(this).toJsonString(urls));
      this.allow(['sqs:SendMessage'], ...sources.map(({ deadLetters }) => deadLetters.queueArn));
    }
    return sources;
  }

  /** Exactly these actions on exactly these resources. */
  allow(actions: readonly string[], ...resources: string[]): void {
    this.function.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources }));
  }
}

function inVpc({ vpc, functions, functionSubnets }: Network) {
  return { vpc, vpcSubnets: functionSubnets, securityGroups: [functions] };
}
