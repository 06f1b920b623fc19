import { util } from '@aws-appsync/utils';

/** The query of a listing, which an index keeps sorted: all of it, or what begins with a prefix. */
export function ofListing(listing: string, prefix: string | null) {
  const names: Record<string, string> = { '#listing': 'listing' };
  const values: Record<string, string> = { ':listing': listing };
  let expression = '#listing = :listing';
  if (prefix !== null) {
    expression = '#listing = :listing AND begins_with(#key, :prefix)';
    names['#key'] = 'listing_key';
    values[':prefix'] = prefix;
  }
  return { expression, expressionNames: names, expressionValues: util.dynamodb.toMapValues(values) };
}
