export { request, response } from '../lib/tables/readPages.ts';
