import { Kind, visit, type ASTNode, type ArgumentNode, type DocumentNode, type GraphQLError } from 'graphql';
import { writeLiteral } from './literal.ts';

/** `place`: which of graphql-js's nodes is the one graphql-java points at; the first where not said. */
export type Wording = { type: string; text: string; place?: number };
type Word = (error: GraphQLError, document: DocumentNode) => Wording;

/**
 * graphql-java's (and so AppSync's) type and text for each rule of graphql-js. Seen in AppSync's answers: FieldUndefined,
 * SubSelectionRequired, SubSelectionNotAllowed, UnknownArgument, MissingFieldArgument, WrongType, UnknownType. The others are
 * graphql-java's types; where no word is set below the text is graphql-js's own.
 */
const WORDS: Record<string, Word> = {
  FieldsOnCorrectTypeRule: (error) => {
    const [field, type] = quoted(error);
    return { type: 'FieldUndefined', text: `Field '${field}' in type '${type}' is undefined` };
  },
  noIntrospection: (error) => {
    const [field, type] = quoted(error);
    return { type: 'FieldUndefined', text: `Field '${field}' in type '${type}' is undefined` };
  },
  ScalarLeafsRule: (error) => {
    const [field, type] = quoted(error);
    return error.message.includes('must not have a selection')
      ? { type: 'SubSelectionNotAllowed', text: `Sub selection not allowed on leaf type ${type} of field ${field}` }
      : { type: 'SubSelectionRequired', text: `Sub selection required for type ${type} of field ${field}` };
  },
  KnownArgumentNamesRule: (error) => ({ type: 'UnknownArgument', text: `Unknown field argument ${quoted(error)[0]}` }),
  ProvidedRequiredArgumentsRule: (error) => {
    const [, argument] = quoted(error);
    return { type: 'MissingFieldArgument', text: `Missing field argument ${argument}` };
  },
  ValuesOfCorrectTypeRule: wrongType,
  KnownTypeNamesRule: (error) => ({ type: 'UnknownType', text: `Unknown type ${quoted(error)[0]}` }),
  KnownFragmentNamesRule: (error) => ({ type: 'UndefinedFragment', text: `Undefined fragment ${quoted(error)[0]}` }),
  NoUnusedFragmentsRule: (error) => ({ type: 'UnusedFragment', text: `Unused fragment ${quoted(error)[0]}` }),
  NoUndefinedVariablesRule: (error) => ({
    type: 'UndefinedVariable',
    text: `Undefined variable ${bare(quoted(error)[0])}`,
  }),
  NoUnusedVariablesRule: (error) => ({ type: 'UnusedVariable', text: `Unused variable ${bare(quoted(error)[0])}` }),
  VariablesInAllowedPositionRule: (error) => {
    const [, given, expected] = quoted(error);
    return {
      type: 'VariableTypeMismatch',
      text: `Variable type '${given}' doesn't match expected type '${expected}'`,
      place: 1,
    };
  },
};

const TYPES: Record<string, string> = {
  ExecutableDefinitionsRule: 'NonExecutableDefinition',
  UniqueOperationNamesRule: 'DuplicateOperationName',
  LoneAnonymousOperationRule: 'LoneAnonymousOperationViolation',
  SingleFieldSubscriptionsRule: 'SubscriptionMultipleRootFields',
  FragmentsOnCompositeTypesRule: 'FragmentTypeConditionInvalid',
  VariablesAreInputTypesRule: 'NonInputTypeOnVariable',
  UniqueFragmentNamesRule: 'DuplicateFragmentName',
  PossibleFragmentSpreadsRule: 'InvalidFragmentType',
  NoFragmentCyclesRule: 'FragmentCycle',
  UniqueVariableNamesRule: 'DuplicateVariableName',
  KnownDirectivesRule: 'UnknownDirective',
  UniqueDirectivesPerLocationRule: 'DuplicateDirectiveName',
  UniqueArgumentNamesRule: 'DuplicateArgumentNames',
  OverlappingFieldsCanBeMergedRule: 'FieldsConflict',
  UniqueInputFieldNamesRule: 'UniqueObjectFieldName',
};

export function wordingOf(rule: string, error: GraphQLError, document: DocumentNode): Wording {
  const word = WORDS[rule];
  return word === undefined ? { type: TYPES[rule] ?? rule, text: error.message } : word(error, document);
}

/** `argument 'input' with value '...' is missing required fields '[name]'`, or `... is not a valid 'Int'`. */
function wrongType(error: GraphQLError, document: DocumentNode): Wording {
  const argument = argumentAround(document, error.nodes?.[0]);
  const subject =
    argument === null ? 'value' : `argument '${argument.name.value}' with value '${writeLiteral(argument.value)}'`;
  const missing = /^Field "\w+\.(\w+)" of required type/.exec(error.message);
  if (missing !== null) return { type: 'WrongType', text: `${subject} is missing required fields '[${missing[1]}]'` };
  const unknown = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message);
  if (unknown !== null)
    return { type: 'WrongType', text: `${subject} contains a field not in '${unknown[2]}': '${unknown[1]}'` };
  const expected =
    /[Ee]xpected (?:value of )?type "([^"]+)"/.exec(error.message) ?? /^(\w+) cannot represent/.exec(error.message);
  return {
    type: 'WrongType',
    text: `${subject} ${expected === null ? `is not valid: ${error.message}` : `is not a valid '${expected[1]}'`}`,
  };
}

function argumentAround(document: DocumentNode, wanted: ASTNode | undefined): ArgumentNode | null {
  let around: ArgumentNode | null = null;
  let found: ArgumentNode | null = null;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT) around = node;
      if (node === wanted) found = around;
    },
    leave(node) {
      if (node.kind === Kind.ARGUMENT) around = null;
    },
  });
  return found;
}

function quoted(error: GraphQLError): (string | undefined)[] {
  return [...error.message.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
}

function bare(variable: string | undefined): string {
  return (variable ?? '').replace(/^\$/, '');
}
