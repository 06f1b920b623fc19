export { request, response } from './lib/input/subscribeProperty.ts';
