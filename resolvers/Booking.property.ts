export { request, response } from './lib/tables/propertyOf.ts';
