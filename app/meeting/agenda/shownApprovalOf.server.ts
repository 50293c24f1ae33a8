import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { titleOfPost } from "~/i18n/names";
import { agendaHash } from "~/meeting/approval/agendaHash.server";
import { type ApprovalStanding, approvalStanding, isApprovedLate } from "~/meeting/approval/approvalStanding";
import { lastApproval } from "~/meeting/approval/lastApproval.server";
import type { AgendaLine } from "~/meeting/approval/publishedAgenda";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { kindOf } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { person, post } from "~db/schema";

/** How the chair's approval of an agenda stands, as the agenda's page shows it. */
export interface ShownAgendaApproval {
  standing: ApprovalStanding;
  /** Of the agenda as it is shown. */
  sha256: string;
  askedAt: string | null;
  /** Who answered last, when, and what is to be changed. */
  answered: { at: string; name: string; post: Name; words: string } | null;
  /** It was approved later than the rules have it. */
  late: boolean;
  can: { ask: boolean; answer: boolean };
}

/** Reads how the chair's approval stands; null where no agenda is published ahead. */
export async function shownApprovalOf(
  db: Queries,
  actor: Actor,
  meeting: Meeting,
  { lines, approveBy }: { lines: readonly AgendaLine[]; approveBy: string },
): Promise<ShownAgendaApproval | null> {
  if (!kindOf(meeting).publishesAgenda) return null;
  const last = await lastApproval(db, meeting.id);
  const sha256 = agendaHash(lines);
  const standing = approvalStanding(last, sha256);
  const drawnUp = meeting.stage === "agenda" && standing !== "approved";
  return {
    standing,
    sha256,
    askedAt: last?.askedAt ?? null,
    answered: last ? await answerOf(db, last) : null,
    late: last ? isApprovedLate(last, approveBy) : false,
    can: {
      ask:
        drawnUp &&
        meeting.chairPostId !== null &&
        standing !== "asked" &&
        holdsMeeting(actor, meeting) &&
        actor.postId !== meeting.chairPostId,
      answer: drawnUp && actor.postId === meeting.chairPostId,
    },
  };
}

type Last = NonNullable<Awaited<ReturnType<typeof lastApproval>>>;

async function answerOf(db: Queries, last: Last): Promise<ShownAgendaApproval["answered"]> {
  const { answeredAt, answeredByPersonId, answeredByPostId, words } = last;
  if (!answeredAt || !answeredByPersonId || !answeredByPostId) return null;
  const [who] = await db.select({ name: person.name }).from(person).where(eq(person.id, answeredByPersonId));
  const [as] = await db.select().from(post).where(eq(post.id, answeredByPostId));
  return { at: answeredAt, name: who!.name, post: titleOfPost(as!), words };
}
