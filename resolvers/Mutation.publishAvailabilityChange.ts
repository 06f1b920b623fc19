export { request, response } from './lib/answer/publish.ts';
