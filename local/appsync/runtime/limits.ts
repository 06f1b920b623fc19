/** AppSync's limit on the `code` of a resolver or function, in characters. */
export const CODE_LIMIT = 32_768;

/** AppSync's quota "Iterations in a foreach loop"; it holds for `for`, `map` and their like. */
export const LOOP_LIMIT = 1000;

/**
 * Loop rounds plus function calls that one handler may take. This limit is not AppSync's: it is far above any honest
 * handler and ends a runaway one after some 20 ms.
 */
export const STEP_BUDGET = 2_000_000;
