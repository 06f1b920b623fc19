import { get, type User } from '../cloud/cloud.ts';

type Listed = { id: string; arrival: string };
type Page = { items: Listed[]; nextToken: string | null };

/** Every page of `propertyBookings`, to its end; each argument as GraphQL has it. */
export async function pagesOf(as: User, args: Record<string, string | number>): Promise<Listed[][]> {
  const pages: Listed[][] = [];
  let nextToken: string | null = null;
  do {
    const text = Object.entries({ ...args, ...(nextToken ? { nextToken: JSON.stringify(nextToken) } : {}) })
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ');
    const query = `{ propertyBookings(${text}) { items { id arrival } nextToken } }`;
    const page: Page = (await get(as, query)).propertyBookings;
    pages.push(page.items);
    nextToken = page.nextToken;
  } while (nextToken);
  return pages;
}
