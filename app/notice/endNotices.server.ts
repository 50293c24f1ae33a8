import { and, eq } from "drizzle-orm";
import type { Listener } from "~/ledger/tellEvent.server";
import { notice } from "~db/schema";
import { markNotices } from "./markRead.server";

/** Marks notices as read whose matter is settled: nothing is left to be seen. */
export const noticeDoneListener: Listener = {
  verbs: ["session.putWordsBack", "session.letWordsGo", "session.submitOpinion", "session.takeBackOpinion"],
  async hear(tx, { subject, at }) {
    await markNotices(tx, and(eq(notice.subjectKind, subject.kind), eq(notice.subjectId, subject.id)), at);
  },
};
