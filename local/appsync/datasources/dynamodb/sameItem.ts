import type { WireAttribute, WireMap } from './attributes.ts';

/** Do two items hold the same attributes, less those in `ignore`? Numbers compare by value, sets without order. */
export function sameItem(a: WireMap, b: WireMap, ignore: readonly string[]): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)].filter((name) => !ignore.includes(name)));
  return [...names].every((name) => sameAttribute(a[name], b[name]));
}

function sameAttribute(a: WireAttribute | undefined, b: WireAttribute | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const type = Object.keys(a)[0] as string;
  if (!(type in b)) return false;
  const [left, right] = [a[type], b[type]];
  switch (type) {
    case 'N':
      return Number(left) === Number(right);
    case 'M':
      return sameItem(left as WireMap, right as WireMap, []);
    case 'L':
      return sameList(left as WireAttribute[], right as WireAttribute[]);
    case 'SS':
    case 'BS':
      return sameSet(left as string[], right as string[]);
    case 'NS':
      return sameSet((left as string[]).map(Number), (right as string[]).map(Number));
    default:
      return left === right;
  }
}

function sameList(a: WireAttribute[], b: WireAttribute[]): boolean {
  return a.length === b.length && a.every((member, index) => sameAttribute(member, b[index]));
}

function sameSet<Member>(a: Member[], b: Member[]): boolean {
  const members = new Set(b);
  return a.length === b.length && a.every((member) => members.has(member));
}
