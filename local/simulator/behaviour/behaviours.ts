import { type Behaviour, type BehaviourInput, behaviourShape, WELL } from './behaviour.ts';

export type Behaviours = {
  /** Of one thing that is called, such as a property, or of all that have none of their own. @throws {z.ZodError} */
  set(behaviour: BehaviourInput, of?: string): void;
  /** All are well again. */
  reset(): void;
  /** How the next call of it is treated; one of `times` is used up. */
  next(of: string): Behaviour;
  /** What is set now; `*` is everything. */
  current(): Record<string, Behaviour>;
};

const EVERY = '*';

/** @param random in 0 <= random < 1, for rates */
export function createBehaviours(random: () => number): Behaviours {
  const behaviours = new Map<string, Behaviour>();
  return {
    set: (behaviour, of = EVERY) => void behaviours.set(of, behaviourShape.parse(behaviour)),
    reset: () => behaviours.clear(),
    current: () => Object.fromEntries(behaviours),
    next(of) {
      const name = behaviours.has(of) ? of : EVERY;
      const behaviour = behaviours.get(name) ?? WELL;
      if (behaviour.kind === 'well') return behaviour;
      if (behaviour.rate !== undefined && random() >= behaviour.rate) return WELL;
      if (behaviour.times !== undefined) useUp(behaviours, name, behaviour, behaviour.times);
      return behaviour;
    },
  };
}

function useUp(behaviours: Map<string, Behaviour>, name: string, behaviour: Behaviour, times: number): void {
  if (times > 1) behaviours.set(name, { ...behaviour, times: times - 1 } as Behaviour);
  else behaviours.delete(name);
}
