import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";

/** What a notice is about, as its reader may see it now. */
export interface NoticedThing {
  /** Its page. */
  to: string;
  /** Of a task or problem. */
  number?: string;
  title?: string;
  /** What a post is called, with its unit. */
  name?: Name;
  /** The meeting it belongs to. */
  meeting?: NamedMeeting;
  /** Of a meeting itself: at what time and where it is held; empty while nobody has said it. */
  startsAt?: string;
  place?: string;
  /** Why it is cancelled, or was last put off, and which of both. */
  change?: { to: "cancelled" | "postponed"; reason: string };
  /** Why a consultation day has another host than by its turn. */
  swapReason?: string | null;
  /** When it is due, YYYY-MM-DD. */
  dueDate?: string;
}

/** What a meeting is called by. */
export const meetingColumns = { slug: meeting.slug, title: meeting.title, date: meeting.date };

/** Finds things of one kind by their ids, as far as a reader may see them now. */
export type Finder = (db: Queries, actor: Actor, ids: string[]) => Promise<(NoticedThing & { id: string })[]>;
