import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** One mail as a list shows it. `at`: ISO 8601. */
export type Summary = { id: string; at: string; from: string; to: string[]; subject: string };

/** Mails that nobody delivers. */
export type Mailbox = {
  /** @param eml the whole message */
  keep(id: string, eml: string): Promise<void>;
  /** Newest first. @param filter.to only those to this address */
  list(filter: { to: string | null }): Summary[];
  /** The whole message; null where there is none of this id. */
  read(id: string): Promise<string | null>;
};

const EML = '.eml';
/** In memory the oldest go first. */
const MOST_IN_MEMORY = 5_000;

/** @param folder where each mail is an .eml file; null keeps the newest in memory */
export async function openMailbox(folder: string | null): Promise<Mailbox> {
  const summaries = new Map<string, Summary>();
  const memory = new Map<string, string>();
  if (folder !== null) {
    mkdirSync(folder, { recursive: true });
    const ids = readdirSync(folder).filter((name) => name.endsWith(EML));
    for (const id of ids.map((name) => name.slice(0, -EML.length)).sort())
      summaries.set(id, await summarize(id, readFileSync(join(folder, id + EML), 'utf8')));
  }

  const forget = (id: string): void => {
    memory.delete(id);
    summaries.delete(id);
  };

  return {
    keep: async (id, eml) => {
      const summary = await summarize(id, eml);
      // For its owner's eyes only, as mails name people.
      if (folder !== null) writeFileSync(join(folder, id + EML), eml, { mode: 0o600 });
      else memory.set(id, eml);
      summaries.set(id, summary);
      if (memory.size > MOST_IN_MEMORY) forget(memory.keys().next().value!);
    },
    list: ({ to }) => [...summaries.values()].filter((summary) => to === null || summary.to.includes(to)).reverse(),
    read: async (id) => {
      if (!summaries.has(id)) return null;
      return folder === null ? (memory.get(id) ?? null) : readFile(join(folder, id + EML), 'utf8');
    },
  };
}

async function summarize(id: string, eml: string): Promise<Summary> {
  const { from, to, subject, date } = await PostalMime.parse(eml);
  return { id, at: date ?? '', from: shown(from ? [from] : [])[0] ?? '', to: addresses(to), subject: subject ?? '' };
}

type Addresses = NonNullable<Email['to']>;

const addresses = (all: Addresses | undefined): string[] => (all ?? []).flatMap(({ address }) => address ?? []);
const shown = (all: Addresses): string[] =>
  all.map(({ name, address }) => (name ? `${name} <${address}>` : `${address}`));
