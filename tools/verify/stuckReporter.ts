import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const AFTER_MS = 120_000;
const EVERY_MS = 60_000;

/**
 * A vitest reporter that names the test files that run suspiciously long. An endless loop in a test blocks its worker,
 * where no time-out of a test can strike: without this a run would end at the time-out of the step and say nothing.
 */
export default class StuckReporter implements Reporter {
  readonly #startedAt = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => this.#tell(), EVERY_MS).unref();
  }

  onTestModuleStart({ moduleId }: TestModule): void {
    this.#startedAt.set(moduleId, performance.now());
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    this.#startedAt.delete(moduleId);
  }

  onTestRunEnd(): void {
    clearInterval(this.#timer);
  }

  #tell(): void {
    for (const [file, startedAt] of this.#startedAt) {
      const elapsed = performance.now() - startedAt;
      if (elapsed < AFTER_MS) continue;
      console.log(`still running after ${Math.round(elapsed / 1000)} s: ${path.relative(process.cwd(), file)}`);
    }
  }
}
