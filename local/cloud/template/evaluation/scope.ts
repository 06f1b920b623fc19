/** What the names in a template stand for while its values are evaluated. Every lookup throws a TemplateError for an unknown name. */
export type Scope = {
  region: string;
  /** A parameter, pseudo parameter or resource; `NO_VALUE` for `AWS::NoValue`. */
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, topKey: string, secondKey: string): unknown;
  importValue(exportName: string): unknown;
};

/** Removes the property or list entry it stands in. */
export const NO_VALUE = Symbol('AWS::NoValue');

/** Evaluates nested values in a scope: what an intrinsic function does with its arguments. */
export type Evaluator = { scope: Scope; value(value: unknown): unknown };
