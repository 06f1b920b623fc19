/** A state, a machine, or what a Map runs for each item: JSON as the States Language has it. */
export type Fields = Record<string, unknown>;

export type NamedState = {
  name: string;
  state: Fields;
  /** Whether it runs within a Map or a Parallel. */
  nested: boolean;
};

/** Every state of a machine, those within Map and Parallel states among them. */
export function statesOf(machine: Fields, nested = false): NamedState[] {
  return Object.entries(fieldsOf(machine.States)).flatMap(([name, value]) => {
    const state = fieldsOf(value);
    return [{ name, state, nested }, ...innerMachines(state).flatMap((inner) => statesOf(inner, true))];
  });
}

/** What a Map state runs for each item, or a Parallel state's branches. */
export function innerMachines(state: Fields): Fields[] {
  const branches = Array.isArray(state.Branches) ? state.Branches : [];
  return [state.ItemProcessor, state.Iterator, ...branches].filter((inner) => inner !== undefined).map(fieldsOf);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
