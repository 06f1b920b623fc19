import { AwsServiceError, type Backends } from '../appsync/definition.ts';
import type { FaultInjector } from '../cloud/contract.ts';
import type { Principals } from '../iam/principals.ts';
import type { LambdaHost } from '../lambda/definition.ts';
import { createAuthorize } from './dynamodb/authorize.ts';
import { createForward } from './dynamodb/forward.ts';
import { createDynamoDbHandler } from './dynamodb/handler.ts';
import { createDynamoDbService } from './dynamodb/service.ts';
import { createTableKeysCache } from './dynamodb/tableKeys.ts';
import { createWrites, type Writes } from './dynamodb/writes.ts';
import { createFaults, type Faults } from './faults/injector.ts';
import { APPSYNC_SESSION, callDynamoDb, callerOf, callLambda, type InProcessCall, type Invoke } from './inProcess.ts';
import { createLambdaHandler } from './lambda/handler.ts';
import { invokeChecked } from './lambda/invoke.ts';
import type { ServiceHandler } from './server/request.ts';
import { startServer } from './server/server.ts';
import { createIamCaller } from './sigv4/iamCaller.ts';

export type EndpointOptions = {
  /** Where DynamoDB Local listens. */
  dynamodbUrl: string;
  principals: Principals;
  region: string;
  accountId: string;
  /** Without it Lambda is not served. It may be given later, as the host itself needs the endpoint's URL. */
  lambda?: LambdaHost;
  /** Further services by their signing name, e.g. `sqs`. They check their callers' permissions themselves. */
  services?: Readonly<Record<string, ServiceHandler>>;
  /** How long one DynamoDB call may take; default 20,000 ms. */
  timeoutMs?: number;
  log(line: string): void;
};

export type Endpoint = Backends & {
  /** For `AWS_ENDPOINT_URL`: every service's calls come here and are told apart by their signature. */
  url: string;
  /**
   * One operation of DynamoDB, DynamoDB Streams or Lambda (Invoke) without HTTP: authorized and open to faults like any other.
   * @throws {AwsServiceError} the service's error; `ExecutionTimeoutException` when no answer came
   */
  call(call: InProcessCall): Promise<Record<string, unknown>>;
  faults: FaultInjector;
  /** For services that {@link Endpoint.serve} adds: does a call, or makes it fail as the plan of faults says. */
  disturb: Faults['around'];
  onWrite: Writes['onWrite'];
  serve(serviceName: string, handler: ServiceHandler): void;
  serveLambda(host: LambdaHost): void;
  stop(): Promise<void>;
};

/** The one door through which all calls to AWS services go, by HTTP for functions and by plain calls for this process. */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { principals, region, accountId, log, timeoutMs = 20_000 } = options;
  const forward = createForward({ url: options.dynamodbUrl, region, accountId, timeoutMs });
  const tableKeys = createTableKeysCache(forward);
  const faults = createFaults(tableKeys);
  const authorize = createAuthorize({ principals, region, accountId, tableKeys });
  const writes = createWrites();
  const dynamodb = createDynamoDbService({ forward, authorize, faults, tableKeys, writes });
  const services = new Map<string, ServiceHandler>(Object.entries(options.services ?? {}));
  services.set('dynamodb', createDynamoDbHandler(dynamodb));
  let host: LambdaHost | undefined;
  const serveLambda = (served: LambdaHost): void => {
    host = served;
    services.set('lambda', createLambdaHandler({ host: served, principals }));
  };
  if (options.lambda !== undefined) serveLambda(options.lambda);
  const invoke: Invoke = async (caller, invocation) => {
    if (host === undefined) throw new AwsServiceError('ServiceException', 'The local cloud runs no functions.', 500);
    return invokeChecked({ host, principals }, caller, invocation);
  };
  const server = await startServer({ principals, region, services, log });

  return {
    url: server.url,
    call: (call) => (call.service === 'lambda' ? callLambda(invoke, call) : callDynamoDb(dynamodb, call)),
    dynamodb: (call) => callDynamoDb(dynamodb, { ...call, sessionName: APPSYNC_SESSION }),
    lambda: ({ roleArn, ...invocation }) => invoke(callerOf(roleArn, APPSYNC_SESSION), invocation),
    iamCaller: createIamCaller({ principals, region, accountId }),
    faults,
    disturb: faults.around,
    onWrite: writes.onWrite,
    serve: (name, handler) => void services.set(name, handler),
    serveLambda,
    stop: async () => {
      await server.stop();
      await forward.close();
    },
  };
}
