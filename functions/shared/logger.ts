import { Logger } from '@aws-lambda-powertools/logger';

/** Lines of JSON; no personal data in any of them. */
export const logger = new Logger({ serviceName: 'keyrack' });
