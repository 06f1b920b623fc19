import { join, resolve } from 'node:path';

export type Settings = {
  port: number;
  /** Absolute; null keeps everything in memory. */
  dataFolder: string | null;
  /** Absolute path of the file that tells other programs where to find the system. */
  endpointsFile: string;
};

const root = resolve(import.meta.dirname, '../..');

/** Something a person set is wrong; the message says what, in one line. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads `PORT` (default 4000), `KEYRACK_DATA` (a folder; default none) and `KEYRACK_ENDPOINTS` (a file; default
 * `.local/endpoints.json`; a second system on one machine needs its own).
 * @throws {SettingsError}
 */
export function settings(env: Record<string, string | undefined>): Settings {
  const { PORT: port = '', KEYRACK_DATA: data = '' } = env;
  const number = port === '' ? 4000 : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new SettingsError(`PORT must be a number from 0 to 65535, it is ${JSON.stringify(port)}`);
  }
  return {
    port: number,
    dataFolder: data === '' ? null : resolve(data),
    endpointsFile: endpointsFile(env),
  };
}

/** Absolute path of the file that tells other programs where to find the system. */
export function endpointsFile({ KEYRACK_ENDPOINTS: path = '' }: Record<string, string | undefined>): string {
  return path === '' ? join(root, '.local/endpoints.json') : resolve(path);
}
