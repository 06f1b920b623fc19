import path from 'node:path';
import { checkCode } from './checkCode.ts';
import { formatFinding } from './finding.ts';

const root = path.resolve(import.meta.dirname, '../..');
const findings = await checkCode(root);
for (const finding of findings) console.log(formatFinding(finding));
const errors = findings.filter(({ severity }) => severity === 'error').length;
console.log(errors === 0 ? 'check-code: all legal APPSYNC_JS' : `check-code: ${errors} found`);
process.exitCode = errors === 0 ? 0 : 1;
