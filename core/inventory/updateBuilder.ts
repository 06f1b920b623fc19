/** The parts of one DynamoDB UpdateItem; number sets are given as `Set`. */
export type UpdateInput = {
  UpdateExpression: string;
  ConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, unknown>;
};

type Clause = 'SET' | 'ADD' | 'DELETE' | 'REMOVE';

/** Collects an update and its condition; every name and value gets a short alias, the same one for the same number. */
export class UpdateBuilder {
  readonly #clauses: Record<Clause, string[]> = { SET: [], ADD: [], DELETE: [], REMOVE: [] };
  readonly #tests: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #values = new Map<unknown, string>();

  name(attribute: string): string {
    return alias(this.#names, attribute, '#n');
  }

  value(value: unknown): string {
    return alias(this.#values, value, ':v');
  }

  add(clause: Clause, text: string): void {
    this.#clauses[clause].push(text);
  }

  require(test: string): void {
    this.#tests.push(test);
  }

  /** Has anything been asked for yet? */
  get isEmpty(): boolean {
    return Object.values(this.#clauses).every((texts) => texts.length === 0);
  }

  build(): UpdateInput {
    const clauses = Object.entries(this.#clauses).filter(([, texts]) => texts.length > 0);
    return {
      UpdateExpression: clauses.map(([clause, texts]) => `${clause} ${texts.join(', ')}`).join(' '),
      ConditionExpression: this.#tests.join(' AND '),
      ExpressionAttributeNames: Object.fromEntries([...this.#names].map(([name, short]) => [short, name])),
      ExpressionAttributeValues: Object.fromEntries([...this.#values].map(([value, short]) => [short, value])),
    };
  }
}

function alias<K>(known: Map<K, string>, key: K, prefix: string): string {
  const short = known.get(key) ?? `${prefix}${known.size}`;
  known.set(key, short);
  return short;
}
