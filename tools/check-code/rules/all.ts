import { eagerFallback, recursion } from './calls.ts';
import { contextAssignment } from './context.ts';
import { destructuringAssignment, destructuringDefault } from './destructuring.ts';
import { applyBindCall, defaultParameter, functionArgument, objectMethod, sortArgument } from './functions.ts';
import { refusedImport } from './modules.ts';
import { missingMethod, refusedName } from './names.ts';
import { assignmentAsValue, refusedOperator } from './operators.ts';
import type { Rule } from './rule.ts';
import { refusedSyntax } from './syntax.ts';

export const allRules: Rule[] = [
  refusedSyntax,
  refusedOperator,
  assignmentAsValue,
  functionArgument,
  sortArgument,
  applyBindCall,
  objectMethod,
  defaultParameter,
  destructuringDefault,
  destructuringAssignment,
  refusedName,
  missingMethod,
  refusedImport,
  contextAssignment,
  recursion,
  eagerFallback,
];
