import type ts from 'typescript';
import type { BuiltIns } from '../program/builtIns.ts';
import type { CallGraph } from '../program/callGraph.ts';

export type Problem = {
  rule: string;
  /** What to write instead. */
  message: string;
  /** Where, when it is not the node that was looked at. */
  node?: ts.Node;
};

export type RuleContext = {
  checker: ts.TypeChecker;
  builtIns: BuiltIns;
  calls: CallGraph;
};

/** Looks at one node of the syntax tree; each node of each file is shown to each rule. */
export type Rule = (node: ts.Node, context: RuleContext) => Problem | null;
