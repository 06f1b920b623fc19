import type { Template } from './template.ts';
import { TemplateError } from './templateError.ts';

/**
 * The value of a template parameter: always its default, for nobody answers a question at start.
 * Parameters of type `AWS::SSM::Parameter::...` name a value kept in an account, which does not exist here.
 * @throws {TemplateError}
 */
export function parameterValue(template: Template, name: string): unknown {
  const parameter = template.Parameters[name];
  if (parameter === undefined) throw new TemplateError(`there is no parameter ${name}`);
  if (parameter.Type.startsWith('AWS::SSM::')) {
    throw new TemplateError(`parameter ${name} is read from Parameter Store while deploying, which is not run locally`);
  }
  if (parameter.Default === undefined) throw new TemplateError(`parameter ${name} has no default`);
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.startsWith('List<');
  if (isList)
    return String(parameter.Default)
      .split(',')
      .map((item) => item.trim());
  return String(parameter.Default);
}
