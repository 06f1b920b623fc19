import { Kind, valueFromASTUntyped, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { SerializeError } from '../../errors/serializeError.ts';
import { isDate, isDateTime, isTime } from './dates.ts';
import { parseJson, serializeJson } from './json.ts';
import { isEmail, isIpAddress, isPhone, isTimestamp, isUrl } from './texts.ts';

/** What a value must be, and AppSync's word for it when it is not. */
const CHECKED: Record<string, { accepts(value: unknown): boolean; noun: string; serializedNoun?: string }> = {
  AWSDate: { accepts: isDate, noun: 'date', serializedNoun: 'Date Object' },
  AWSTime: { accepts: isTime, noun: 'time', serializedNoun: 'Time Object' },
  AWSDateTime: { accepts: isDateTime, noun: 'datetime', serializedNoun: 'DateTime Object' },
  AWSTimestamp: { accepts: isTimestamp, noun: 'timestamp' },
  AWSEmail: { accepts: isEmail, noun: 'email address' },
  AWSURL: { accepts: isUrl, noun: 'URL' },
  AWSPhone: { accepts: isPhone, noun: 'phone number' },
  AWSIPAddress: { accepts: isIpAddress, noun: 'IP address' },
};

/** Gives the schema's AWS scalars their behaviour. */
export function installScalars(schema: GraphQLSchema): void {
  for (const [name, { accepts, noun, serializedNoun }] of Object.entries(CHECKED)) {
    const scalar = schema.getType(name) as GraphQLScalarType;
    const parse = (value: unknown) => {
      if (accepts(value)) return value;
      throw new Error(`Unable to parse \`${String(value)}\` as a valid ${noun}.`);
    };
    scalar.parseValue = parse;
    scalar.parseLiteral = (node) => parse(node.kind === Kind.INT ? Number(node.value) : valueFromASTUntyped(node));
    scalar.serialize = (value) => {
      if (accepts(value)) return value;
      throw new SerializeError(`Unable to serialize \`${String(value)}\` as a valid ${serializedNoun ?? noun}.`);
    };
  }
  const json = schema.getType('AWSJSON') as GraphQLScalarType;
  json.parseValue = parseJson;
  json.parseLiteral = (node) => parseJson(valueFromASTUntyped(node));
  json.serialize = serializeJson;
}
