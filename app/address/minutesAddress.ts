import { meetingAddress } from "~/address/meetings";
/** Minutes by the number they have in the year in which they were issued. */
export interface NamedMinutes {
  year: number;
  number: number;
}

/** 〔2026〕第3期: how minutes are cited. */
export function minutesNumber(minutes: NamedMinutes): string {
  return `〔${minutes.year}〕第${minutes.number}期`;
}

/** Which minutes of a day are asked for: those in force, some by their number, or the draft of amended ones. */
export type AskedMinutes = NamedMinutes | "draft" | null;

/** The page of these very minutes, in force or replaced; its address names 〔2026〕第11期 as `2026-11`. */
export function minutesAddress(month: string, { year, number }: NamedMinutes): string {
  return `${meetingAddress({ slug: month }, "minutes")}?number=${year}-${number}`;
}

/** A change note on the page of the minutes it stands behind. */
export function noteAddress(month: string, minutes: NamedMinutes, note: number): string {
  return `${minutesAddress(month, minutes)}#change-note-${note}`;
}

/** Which minutes an address asks for; undefined when that is no number of minutes. */
export function readAskedMinutes(text: string | null): AskedMinutes | undefined {
  if (text === null || text === "draft") return text;
  const [, year, number] = /^(\d{4})-(\d{1,6})$/.exec(text) ?? [];
  return year && number ? { year: Number(year), number: Number(number) } : undefined;
}
