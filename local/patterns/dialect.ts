/**
 * Who reads the pattern. An event bus knows every operator; filters of event source mappings know fewer:
 * no `wildcard`, no `cidr`, and `anything-but` of values only (EventBridge User Guide, "Comparison operators for use in
 * event patterns"; Lambda Developer Guide, "Filter rule syntax").
 */
export type Dialect = 'bus' | 'filter';
