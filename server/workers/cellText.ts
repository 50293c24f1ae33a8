import { plainNumber } from "~/problem/import/numbers";

const msOfDay = 86_400_000;
const from1900 = Date.UTC(1899, 11, 30);
const from1904 = Date.UTC(1904, 0, 1);
// The years 1900 to 9999.
const lastDay = 2_958_466;

/** Writes a cell's number as text: as it stands, without exponent, or as day and time where its style says so. */
export function numberText(value: string, isDate: boolean, counts1904: boolean): string {
  const text = plainNumber(value.trim());
  const serial = Number(text);
  if (!isDate || text === "" || !(serial >= 1 && serial < lastDay)) return text;
  const start = counts1904 ? from1904 : from1900;
  const at = new Date(start + Math.round(serial * 86_400) * (msOfDay / 86_400)).toISOString();
  return at.endsWith("T00:00:00.000Z") ? at.slice(0, 10) : at.slice(0, 19).replace("T", " ");
}
