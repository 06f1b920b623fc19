export { request, response } from '../lib/readCatalog.ts';
