import path from 'node:path';
import { runProgram } from './runProgram.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BIN = path.join(ROOT, 'node_modules', '.bin');

/** How many single results came out of a step; a check that is not made of tests is one. */
export type Counts = { passed: number; failed: number; skipped: number };

export type StepResult = {
  counts: Counts;
  /** Everything that was written, for the person who must mend it. */
  output: string;
};

export type Step = {
  name: string;
  /** Rough seconds on two cores, to begin the long ones first. */
  weight: number;
  run(): Promise<StepResult>;
};

/** A step that is one program of node_modules/.bin: it passes when that ends with 0. */
export function programStep(name: string, weight: number, program: string, args: string[]): Step {
  const run = async (): Promise<StepResult> => {
    const { code, output } = await runTool(program, args);
    return { counts: { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }, output };
  };
  return { name, weight, run };
}

/** Runs a program of node_modules/.bin in the root, on the pinned Node. */
export function runTool(program: string, args: string[]): Promise<{ code: number; output: string }> {
  const PATH = `${BIN}${path.delimiter}${process.env.PATH ?? ''}`;
  return runProgram(path.join(BIN, program), args, { cwd: ROOT, env: { ...process.env, PATH, NO_COLOR: '1' } });
}
