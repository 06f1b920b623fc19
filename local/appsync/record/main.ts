import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cases } from './cases.ts';
import { loadEvaluator, type Recorded } from './evaluateCode.ts';
import { evaluateLocally } from './local.ts';

/**
 * Asks AppSync itself what the cases evaluate to, writes it to recorded.json, and says where the local runtime differs:
 * `AWS_REGION=eu-west-1 node local/appsync/record/main.ts`, with credentials that may do `appsync:EvaluateCode`.
 */
async function main(): Promise<void> {
  const evaluate = await loadEvaluator(process.env.AWS_REGION ?? 'eu-west-1');
  const recorded: Record<string, Recorded> = {};
  for (const item of cases) {
    const aws = await evaluate(item);
    recorded[item.name] = aws;
    const local = evaluateLocally(item);
    console.log(
      sameOutcome(aws, local)
        ? `same       ${item.name}`
        : `different  ${item.name}\n  AWS    ${show(aws)}\n  local  ${show(local)}`,
    );
  }
  writeFileSync(join(import.meta.dirname, 'recorded.json'), `${JSON.stringify(recorded, null, 2)}\n`);
}

/** Result and error count; how AWS words the empty stash and list does not. */
function sameOutcome(a: Recorded, b: Recorded): boolean {
  return a.error === b.error && isDeepStrictEqual(parse(a.evaluationResult), parse(b.evaluationResult));
}

function parse(json: string | null): unknown {
  return json === null || json === '' ? null : JSON.parse(json);
}

function show(outcome: Recorded): string {
  return outcome.error ?? outcome.evaluationResult ?? 'nothing';
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
