export { request, response } from '../lib/readPages.ts';
