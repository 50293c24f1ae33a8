import type { Queries } from "~db/connect";
import { consultationDay, meeting } from "~db/schema";

/** What a consultation day is inserted with; the window is the first ten days of its month unless told. */
export interface DayWish {
  id: string;
  month: string;
  date: string;
  hostStreetId: string;
  stage: (typeof meeting.$inferInsert)["stage"];
  ruleSetId: string;
  chairPostId?: string | null;
  windowClosesOn?: string;
  swapReason?: string;
}

/** Inserts a consultation day, its meeting and its row in the plan, without any use case. */
export async function insertDay(tx: Queries, wish: DayWish): Promise<void> {
  const { id, month, date, hostStreetId, stage, ruleSetId, chairPostId, swapReason } = wish;
  await tx.insert(meeting).values({
    ...{ id, kind: "consultationDay", number: `HS-${month}`, slug: month, title: "", date, stage, ruleSetId },
    ...{ organiserUnitId: hostStreetId, hostUnitId: hostStreetId, chairPostId: chairPostId ?? null },
  });
  await tx.insert(consultationDay).values({
    ...{ meetingId: id, month, year: Number(month.slice(0, 4)), swapReason: swapReason ?? null },
    ...{ windowOpensOn: `${month}-01`, windowClosesOn: wish.windowClosesOn ?? `${month}-10` },
  });
}
