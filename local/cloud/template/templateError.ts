/** A template the local cloud cannot run as it stands. The message names the place and what is wrong there. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}
