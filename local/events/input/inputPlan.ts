/** What of an event a target gets. */
export type InputPlan =
  | { kind: 'event' }
  | { kind: 'constant'; text: string }
  | { kind: 'path'; path: string }
  | { kind: 'template'; paths: Record<string, string>; template: string };
