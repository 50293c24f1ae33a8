import { read } from "~db/read";
import { issuedDays } from "./issuedDays.server";
import type { PublicDayName } from "./published";

/** Every day whose minutes are issued, the latest first. */
export async function publicDays(): Promise<PublicDayName[]> {
  const days = await read((db) => issuedDays(db));
  return days.map(({ id, ...day }) => day);
}
