import { BlockList, isIP } from 'node:net';
import { PatternError } from '../patternError.ts';
import type { LeafTest } from '../values.ts';
import { textOf } from './texts.ts';

/** An IPv4 or IPv6 address in a block such as `10.0.0.0/24`. @throws {PatternError} */
export function compileCidr(operand: unknown, path: string): LeafTest {
  const text = textOf(operand, `${path}: cidr`);
  const [address = '', bits = '', ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0 || !/^\d+$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) {
    throw new PatternError(`${path}: cidr takes a block such as 10.0.0.0/24, not ${JSON.stringify(text)}`);
  }
  const block = new BlockList();
  block.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return (leaf) =>
    typeof leaf === 'string' && isIP(leaf) === family && block.check(leaf, family === 4 ? 'ipv4' : 'ipv6');
}
