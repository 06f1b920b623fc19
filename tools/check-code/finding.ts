/** One thing that AppSync would refuse, or do otherwise than the code says. */
export type Finding = {
  /** Relative to the root that was checked, with forward slashes. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  rule: string;
  /** What is wrong and what to write instead. */
  message: string;
  /** A warning does not fail the check. */
  severity: 'error' | 'warning';
};

/** As compilers write it, so that editors and terminals can jump there. */
export function formatFinding({ file, line, column, rule, message, severity }: Finding): string {
  const prefix = severity === 'warning' ? 'warning: ' : '';
  return `${file}:${line}:${column}  ${rule}  ${prefix}${message}`;
}

/** In reading order, each once: two nets may see the same, and a shared file is part of many bundles. */
export function inOrder(findings: Finding[]): Finding[] {
  const unique = new Map(findings.map((finding) => [formatFinding(finding), finding]));
  return [...unique.values()].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule),
  );
}
