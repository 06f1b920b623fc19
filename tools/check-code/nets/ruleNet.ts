import ts from 'typescript';
import { builtInsOf } from '../program/builtIns.ts';
import { callGraphOf } from '../program/callGraph.ts';
import { allRules } from '../rules/all.ts';
import { findingAt, type Net, type RawFinding } from './net.ts';

/** Keyrack's own rules, one for each construct that AppSync refuses or gets wrong. */
export const ruleNet: Net = (program, files) => {
  const checker = program.getTypeChecker();
  const context = { checker, builtIns: builtInsOf(program), calls: callGraphOf(files, checker) };
  const findings: RawFinding[] = [];
  const visit = (node: ts.Node, file: ts.SourceFile): void => {
    for (const rule of allRules) {
      const problem = rule(node, context);
      if (problem) findings.push(findingAt(file, (problem.node ?? node).getStart(), problem.rule, problem.message));
    }
    ts.forEachChild(node, (child) => visit(child, file));
  };
  for (const file of files) visit(file, file);
  return findings;
};
