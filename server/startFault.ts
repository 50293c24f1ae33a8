import { ConfigurationError } from "./configuration";

interface Fault {
  code?: unknown;
}

const sentences: Record<string, (folder: string) => string> = {
  EEXIST: (folder) => `HUISHANG_DATA names ${folder}, which is a file and not a folder`,
  ENOTDIR: (folder) => `HUISHANG_DATA names ${folder}, which lies below a file`,
  ENOSPC: (folder) => `there is no space left for the data in ${folder}`,
  SQLITE_FULL: (folder) => `there is no space left for the data in ${folder}`,
  SQLITE_NOTADB: (folder) => `the file in ${folder} is no database, or an encrypted one`,
};
const notWritable = /^(EACCES|EPERM|EROFS|ENOENT|EISDIR|SQLITE_CANTOPEN.*|SQLITE_READONLY.*)$/;

/** Opens data and tells in a sentence why it cannot be opened; other faults are thrown on. */
export function openOrSay<T>(folder: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    const code = String((error as Fault).code ?? "");
    const sentence =
      sentences[code]?.(folder) ??
      (notWritable.test(code)
        ? `the data folder ${folder} cannot be written by this account (${code})`
        : null);
    if (sentence === null) throw error;
    throw new ConfigurationError(sentence);
  }
}

/** Tells in a sentence why nobody can connect; other faults are answered as they are. */
export function sayOfListening(error: unknown, { port, host }: { port: number; host: string }): unknown {
  switch ((error as Fault).code) {
    case "EADDRINUSE":
      return new ConfigurationError(`PORT ${port} of ${host} is in use by another program`);
    case "EACCES":
      return new ConfigurationError(`PORT ${port} may not be used by this account`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new ConfigurationError(`HUISHANG_HOST names ${host}, which is no address of this machine`);
    default:
      return error;
  }
}
