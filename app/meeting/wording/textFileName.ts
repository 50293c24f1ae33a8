import type { NamedMinutes } from "~/address/minutesAddress";

/** The file of the text that the checksum of minutes is of; plain letters, because it is typed at a command line. */
export function textFileName({ year, number }: NamedMinutes): string {
  return `minutes-${year}-${number}.json`;
}
