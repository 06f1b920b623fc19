/** A value that a scalar cannot give out; AppSync's message names the path, known only later. */
export class SerializeError extends Error {}
