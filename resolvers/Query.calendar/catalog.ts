export { request, response } from '../lib/tables/readCatalog.ts';
