import type { AnyNode, ForInStatement, ForOfStatement } from 'acorn';
import { LOOP_LIMIT } from '../limits.ts';
import type { Insertion } from './edits.ts';

/** Names the realm gives to the bundle's wrapper; a bundle that uses them itself is refused. */
export const WRAPPER_NAMES = { modules: '__keyrack_modules', step: '__keyrack_step', stop: '__keyrack_stop' };
const COUNT = '__keyrack_count';

/**
 * What to insert so that a node is metered: each loop counts its rounds against the limit of 1,000, and each round
 * and each function call counts against the handler's budget of steps. Plain counters cost next to nothing, where a
 * watchdog thread (node:vm's `timeout`) would cost more than the handler itself.
 */
export function meter(node: AnyNode): Insertion[] {
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') return meterLoop(node);
  if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') {
    return [
      { at: node.body.start, text: `(${WRAPPER_NAMES.step}(),` },
      { at: node.body.end, text: ')' },
    ];
  }
  if (!isFunction(node) || node.body?.type !== 'BlockStatement') return [];
  return [{ at: node.body.start + 1, text: `${WRAPPER_NAMES.step}();` }];
}

function isFunction(node: AnyNode) {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

function meterLoop(node: ForOfStatement | ForInStatement): Insertion[] {
  const round = `{if((${COUNT}+=1)>${LOOP_LIMIT})${WRAPPER_NAMES.stop}();${WRAPPER_NAMES.step}();`;
  return [
    { at: node.start, text: `{let ${COUNT}=0;` },
    { at: node.body.start, text: round },
    { at: node.body.end, text: '}' },
    { at: node.end, text: '}' },
  ];
}
