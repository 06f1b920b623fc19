import { buildASTSchema, concatAST, Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { preludeSdl } from './prelude.ts';
import { installScalars } from './scalars/install.ts';

const prelude = parse(preludeSdl, { noLocation: true });

/**
 * The API's schema with AppSync's scalars and directives in it.
 * @throws with every reason when the SDL is not valid, defines a scalar of its own, or has no Query
 */
export function buildSchema(sdl: string): GraphQLSchema {
  const document = parse(sdl);
  refuseOwnScalars(document);
  const schema = buildASTSchema(concatAST([prelude, document]));
  if (!schema.getQueryType()) throw new Error('The schema has no Query type: AppSync needs one.');
  installScalars(schema);
  return schema;
}

function refuseOwnScalars(document: DocumentNode): void {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
      throw new Error(`The schema defines scalar ${definition.name.value}: AppSync takes no scalars but its own.`);
    }
  }
}
