import { cleanLine, cutText } from "./cleanText";

/** Most characters of the name of a file that was brought, as it is said and kept. */
const longestFileName = 200;

/** Names a file that was brought as it is said to people: one line without a path, and nothing that cannot be seen. */
export function saidFileName(sent: string): string {
  return cutText(cleanLine(sent.split(/[/\\]/).at(-1)!).trim(), longestFileName);
}
