import { Kind, type ValueNode } from 'graphql';

/** A literal as graphql-java prints it in messages: `StringValue{value='x'}`. */
export function writeLiteral(node: ValueNode): string {
  switch (node.kind) {
    case Kind.VARIABLE:
      return `VariableReference{name='${node.name.value}'}`;
    case Kind.INT:
      return `IntValue{value=${node.value}}`;
    case Kind.FLOAT:
      return `FloatValue{value=${node.value}}`;
    case Kind.STRING:
      return `StringValue{value='${node.value}'}`;
    case Kind.BOOLEAN:
      return `BooleanValue{value=${node.value}}`;
    case Kind.NULL:
      return 'NullValue{}';
    case Kind.ENUM:
      return `EnumValue{name='${node.value}'}`;
    case Kind.LIST:
      return `ArrayValue{values=[${node.values.map(writeLiteral).join(', ')}]}`;
    case Kind.OBJECT: {
      const fields = node.fields.map(
        ({ name, value }) => `ObjectField{name='${name.value}', value=${writeLiteral(value)}}`,
      );
      return `ObjectValue{objectFields=[${fields.join(', ')}]}`;
    }
  }
}
