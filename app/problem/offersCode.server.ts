import { offered } from "~/rules/ruleLists";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";

/** Whether the rules by which a day is held offer a code of one of their lists. */
export async function offersCode(
  db: Queries,
  dayId: string,
  list: "classes" | "refusalReasons" | "returnReasons",
  code: string,
): Promise<boolean> {
  const entries = (await rulesOfMeeting(db, dayId)).lists[list];
  return offered<{ code: string; retired: boolean }>(entries).some((one) => one.code === code);
}
