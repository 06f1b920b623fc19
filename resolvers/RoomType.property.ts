export { request, response } from './lib/propertyOf.ts';
