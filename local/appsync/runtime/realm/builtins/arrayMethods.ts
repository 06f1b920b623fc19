import { LOOP_LIMIT } from '../../limits.ts';
import { apply, defineProperty, Failure, nativeSort } from '../intrinsics.ts';
import { stopLoop } from '../invocation.ts';

const { every, filter, find, findIndex, findLast, findLastIndex } = Array.prototype;
const { flatMap, forEach, map, reduce, reduceRight, some } = Array.prototype;

type Callback = (...args: unknown[]) => unknown;
type Method = (this: unknown[], ...args: unknown[]) => unknown;

/** The array methods that take a function, held to the limit of 1,000 rounds, and `sort`, held to no argument. */
export const arrayMethods: Record<string, Method> = {
  every: limited(every as Method, 'every'),
  filter: limited(filter as Method, 'filter'),
  find: limited(find as Method, 'find'),
  findIndex: limited(findIndex as Method, 'findIndex'),
  findLast: limited(findLast as Method, 'findLast'),
  findLastIndex: limited(findLastIndex as Method, 'findLastIndex'),
  flatMap: limited(flatMap as Method, 'flatMap'),
  forEach: limited(forEach as Method, 'forEach'),
  map: limited(map as Method, 'map'),
  reduce: limited(reduce as Method, 'reduce'),
  reduceRight: limited(reduceRight as Method, 'reduceRight'),
  some: limited(some as Method, 'some'),
  sort(...args) {
    if (args.length > 0) throw new Failure('Array.prototype.sort takes no argument in APPSYNC_JS');
    return nativeSort(this);
  },
};

function limited(native: Method, name: string): Method {
  const method: Method = function (...args) {
    if (this.length > LOOP_LIMIT) args[0] = counted(args[0] as Callback);
    return apply(native, this, args);
  };
  return defineProperty(method, 'name', { value: name });
}

function counted(callback: Callback): Callback {
  let rounds = 0;
  return (...args) => {
    rounds += 1;
    return rounds > LOOP_LIMIT ? stopLoop() : callback(...args);
  };
}
