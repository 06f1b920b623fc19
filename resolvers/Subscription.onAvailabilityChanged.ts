export { request, response } from './lib/subscribeProperty.ts';
