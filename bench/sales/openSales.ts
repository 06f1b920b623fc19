import type { Job } from '../generator/job.ts';
import { openGraphqlSales } from './graphqlSales.ts';
import { openPageSales } from './pageSales.ts';
import type { Sales } from './sales.ts';
import { openVersionSales } from './versionSales.ts';

export function openSales({ method, target, clients }: Job): Promise<Sales> {
  switch (method.kind) {
    case 'page':
      return openPageSales(method, target, clients);
    case 'version':
      return openVersionSales(method, target, clients);
    case 'graphql':
      return openGraphqlSales(method, target, clients);
    default:
      return method satisfies never;
  }
}
