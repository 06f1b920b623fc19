import type { Case } from './cases.ts';

/** What AppSync's EvaluateCode said of a case. */
export type Recorded = {
  evaluationResult: string | null;
  error: string | null;
  stash: string | null;
  outErrors: string | null;
};

type Client = { send(command: object): Promise<Record<string, unknown>> };
type Sdk = {
  AppSyncClient: new (config: { region: string }) => Client;
  EvaluateCodeCommand: new (input: object) => object;
};

const SDK = '@aws-sdk/client-appsync';

/**
 * An AppSync client of the AWS SDK, with the credentials that the SDK finds.
 * @throws when the SDK is not installed, with how to install it
 */
export async function loadEvaluator(region: string): Promise<(item: Case) => Promise<Recorded>> {
  const sdk = await loadSdk();
  const client = new sdk.AppSyncClient({ region });
  return async ({ code, handler, context }) => {
    const input = {
      runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
      code,
      function: handler,
      context: JSON.stringify(context),
    };
    const { evaluationResult, error, stash, outErrors } = await client.send(new sdk.EvaluateCodeCommand(input));
    const message = (error as { message?: string } | undefined)?.message ?? null;
    return { evaluationResult: text(evaluationResult), error: message, stash: text(stash), outErrors: text(outErrors) };
  };
}

async function loadSdk(): Promise<Sdk> {
  try {
    return (await import(SDK)) as Sdk;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(
      `Recording needs ${SDK}, which Keyrack itself does not. Install it for once: npm install --no-save ${SDK}`,
      { cause: error },
    );
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
