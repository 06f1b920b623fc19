import type { SentEntry } from '../engine/sendContext.ts';

/** The fields of a call in SNS's Query protocol, e.g. `MessageAttributes.entry.1.Name`. */
export type Fields = Record<string, string>;

/**
 * What is served of SNS, with the IAM action that each operation needs (Service Authorization Reference, "Actions
 * defined by Amazon SNS"). Topics and subscriptions are made, changed and deleted by the template.
 */
export const ACTIONS: Readonly<Record<string, string>> = {
  GetTopicAttributes: 'sns:GetTopicAttributes',
  ListTopics: 'sns:ListTopics',
  Publish: 'sns:Publish',
  PublishBatch: 'sns:Publish',
};

/** What of a call the local cloud cannot do as SNS does it; null when it can. */
export function unservedPart(fields: Fields): string | null {
  for (const name of ['PhoneNumber', 'TargetArn', 'MessageStructure']) {
    if (fields[name] !== undefined) return `The local cloud does not serve the parameter ${name}.`;
  }
  return null;
}

/** The messages that a call publishes, in their order. */
export function publishedEntries(fields: Fields): SentEntry[] {
  if (fields.Action === 'Publish') return [publishedEntry(fields, '')];
  if (fields.Action !== 'PublishBatch') return [];
  const entries: SentEntry[] = [];
  for (let number = 1; ; number += 1) {
    const prefix = `PublishBatchRequestEntries.member.${number}.`;
    if (fields[`${prefix}Id`] === undefined) return entries;
    entries.push(publishedEntry(fields, prefix));
  }
}

function publishedEntry(fields: Fields, prefix: string): SentEntry {
  const { [`${prefix}MessageGroupId`]: groupId, [`${prefix}MessageDeduplicationId`]: deduplicationId } = fields;
  return {
    body: fields[`${prefix}Message`] ?? '',
    ...(groupId === undefined ? {} : { groupId }),
    ...(deduplicationId === undefined ? {} : { deduplicationId }),
  };
}

/** The fields of a Publish whose input is as the API has it. */
export function publishFields(input: Record<string, unknown>): Fields {
  const fields: Fields = { Action: 'Publish', Version: '2010-03-31' };
  const { MessageAttributes: attributes = {}, ...texts } = input;
  for (const [name, value] of Object.entries(texts)) fields[name] = String(value);
  Object.entries(attributes as Record<string, Record<string, string>>).forEach(([name, value], index) => {
    const prefix = `MessageAttributes.entry.${index + 1}.`;
    fields[`${prefix}Name`] = name;
    for (const [part, text] of Object.entries(value)) fields[`${prefix}Value.${part}`] = text;
  });
  return fields;
}
