/** A state machine's definition that AWS would refuse, or that asks for what is not run here. */
export class DefinitionError extends Error {
  override name = 'DefinitionError';
}
