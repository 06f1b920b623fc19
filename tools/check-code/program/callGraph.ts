import ts from 'typescript';
import { stronglyConnected } from './stronglyConnected.ts';

type FunctionNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

/** Who calls whom, over all files of a program. */
export type CallGraph = {
  /** Names along the circle when the call leads back to the function it stands in; null otherwise. */
  cycleOf(call: ts.CallExpression): string[] | null;
  /** Can evaluating this end the handler, as util.error does? */
  mayEnd(expression: ts.Expression): boolean;
};

export function callGraphOf(files: readonly ts.SourceFile[], checker: ts.TypeChecker): CallGraph {
  const edges = new Map<FunctionNode, Set<FunctionNode>>();
  for (const file of files) collectEdges(file, null, edges, checker);
  const circles = stronglyConnected(edges);
  const ending = endingFunctions(edges, checker);
  return {
    cycleOf: (call) => cycleOf(call, edges, circles, checker),
    mayEnd: (expression) => calledIn(expression).some((call) => ends(call, ending, checker)),
  };
}

/** A function also counts as calling the functions inside it: array methods call those. */
function collectEdges(
  node: ts.Node,
  caller: FunctionNode | null,
  edges: Map<FunctionNode, Set<FunctionNode>>,
  checker: ts.TypeChecker,
): void {
  const isInner = isFunctionNode(node);
  if (isInner) edges.set(node, new Set());
  const callees = ts.isCallExpression(node) ? functionsUsed(node, checker) : isInner ? [node] : [];
  if (caller) for (const callee of callees) edges.get(caller)?.add(callee);
  ts.forEachChild(node, (child) => collectEdges(child, isInner ? node : caller, edges, checker));
}

function isFunctionNode(node: ts.Node): node is FunctionNode {
  return ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node);
}

/** The function called, and those passed by name. */
function functionsUsed(call: ts.CallExpression, checker: ts.TypeChecker): FunctionNode[] {
  return [call.expression, ...call.arguments]
    .map((expression) => functionNamed(expression, checker))
    .filter((used) => used !== null);
}

function functionNamed(expression: ts.Expression, checker: ts.TypeChecker): FunctionNode | null {
  const symbol = checker.getSymbolAtLocation(expression);
  if (!symbol) return null;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = target.valueDeclaration;
  if (!declaration) return null;
  if (isFunctionNode(declaration)) return declaration;
  const holdsOne = ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration);
  const value = holdsOne ? declaration.initializer : undefined;
  return value && isFunctionNode(value) ? value : null;
}

function cycleOf(
  call: ts.CallExpression,
  edges: Map<FunctionNode, Set<FunctionNode>>,
  circles: Map<FunctionNode, FunctionNode[]>,
  checker: ts.TypeChecker,
): string[] | null {
  const caller = ts.findAncestor(call, isFunctionNode);
  if (!caller) return null;
  const circle = circles.get(caller) ?? [];
  for (const callee of functionsUsed(call, checker)) {
    if (callee === caller && edges.get(caller)?.has(caller)) return [nameOf(caller), nameOf(caller)];
    if (callee !== caller && circle.includes(callee)) return [...circle, circle[0]].map(nameOf);
  }
  return null;
}

function nameOf(node: FunctionNode): string {
  if (node.name) return node.name.text;
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'a function without a name';
}

/** Functions that contain a call of something that never returns, or call such a function. */
function endingFunctions(edges: Map<FunctionNode, Set<FunctionNode>>, checker: ts.TypeChecker): Set<FunctionNode> {
  const ending = new Set(
    [...edges.keys()].filter((each) => calledIn(each).some((call) => neverReturns(call, checker))),
  );
  let before = -1;
  while (before !== ending.size) {
    before = ending.size;
    for (const [caller, callees] of edges) if ([...callees].some((callee) => ending.has(callee))) ending.add(caller);
  }
  return ending;
}

function ends(call: ts.CallExpression, ending: Set<FunctionNode>, checker: ts.TypeChecker): boolean {
  return neverReturns(call, checker) || functionsUsed(call, checker).some((used) => ending.has(used));
}

function neverReturns(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  return (checker.getTypeAtLocation(call).flags & ts.TypeFlags.Never) !== 0;
}

function calledIn(node: ts.Node): ts.CallExpression[] {
  const found: ts.CallExpression[] = ts.isCallExpression(node) ? [node] : [];
  ts.forEachChild(node, (child) => {
    found.push(...calledIn(child));
  });
  return found;
}
