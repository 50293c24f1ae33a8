import { eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import type { HandoverWay, OpenKind } from "~/unit/handover";
import { isOver } from "~/unit/holdingOver";
import { mayAppoint, mayReadHandover } from "~/unit/permission";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { post, unit } from "~db/schema";
import { findHandover, type Handover, maySayHandover, otherPosts } from "./findHandover.server";
import { openWork } from "./openWork.server";
import { saidOf } from "./saidOf.server";
import { shownThings } from "./shownThings.server";

/** One thing that is, or was, open when somebody leaves a post. */
export interface HandoverLine {
  key: string;
  kind: OpenKind;
  name: string;
  /** Empty for those who may not read what it is about. */
  title: string;
  meeting?: NamedMeeting;
  /** Where the reader opens it; null where it does not open for them. */
  to: string | null;
  /** What was said of it; null while nothing was. */
  said: {
    goesTo: HandoverWay;
    post: { id: string; title: Name; unit: Name };
    /** Empty for those who may not read it. */
    note: string;
    confirmed: { at: string; by: string } | null;
  } | null;
}

/** The page on which somebody hands over. */
export interface HandoverPage {
  id: string;
  now: string;
  today: string;
  person: string;
  post: { id: string; title: Name; unit: { slug: string; name: Name } };
  toDay: string | null;
  /** The post was left. */
  over: boolean;
  lines: HandoverLine[];
  /** General words; null for those who may not read them. */
  words: string | null;
  choices: { deputy: Name | null; posts: { id: string; title: Name; unit: Name }[] };
  can: { say: boolean; leave: boolean; confirm: boolean };
}

/**
 * What somebody hands over on leaving a post: before they leave it everything open, afterwards what was said of it.
 * `notFound` for those to whom it is nothing.
 */
export async function showHandover(
  actor: Actor,
  holdingId: string,
  now: string,
): Promise<Result<HandoverPage>> {
  return read(async (db) => {
    const found = await findHandover(db, holdingId);
    if (!found) return refuse("notFound");
    const { held, post: of, unit: at, name } = found;
    const said = await saidOf(db, holdingId);
    const mine = said.filter(({ postId }) => postId === actor.postId);
    const readsAll = actor.personId === held.personId || mayReadHandover(actor, at);
    if (!readsAll && !mayAppoint(actor) && mine.length === 0) return refuse("notFound");
    const over = isOver(held, dayOf(now));
    const reads = (postId: string) => readsAll || postId === actor.postId;
    return done({
      id: held.id,
      now,
      today: dayOf(now),
      person: name,
      post: { id: of.id, title: titleOfPost(of), unit: { slug: at.slug, name: nameOfUnit(at) } },
      toDay: held.toDay,
      over,
      lines: await linesOf(db, { actor, found, now, over, said, reads }),
      words: readsAll ? held.handover : null,
      choices: await choicesOf(db, found),
      can: {
        say: maySayHandover(actor, found, now),
        leave: mayAppoint(actor) && !over,
        confirm:
          over &&
          !actor.standsIn &&
          actor.personId !== held.personId &&
          mine.some(({ confirmedAt }) => confirmedAt === null),
      },
    });
  });
}

type Said = Awaited<ReturnType<typeof saidOf>>;

async function linesOf(
  db: Queries,
  of: {
    actor: Actor;
    found: Handover;
    now: string;
    over: boolean;
    said: Said;
    reads: (postId: string) => boolean;
  },
): Promise<HandoverLine[]> {
  const { actor, found, now, over, said, reads } = of;
  const lineOf = (item: Said[number]): HandoverLine["said"] => ({
    goesTo: item.goesTo,
    post: { id: item.postId, ...item.to },
    note: reads(item.postId) ? item.note : "",
    confirmed: item.confirmedAt ? { at: item.confirmedAt, by: item.confirmedBy ?? "" } : null,
  });
  if (over) {
    const shown = await shownThings(db, actor, found.post, said);
    return said.map((item) => {
      const { key, kind, name } = item;
      return { key, kind, name, ...shown(item), said: lineOf(item) };
    });
  }
  const open = await openWork(db, found.held.id, now);
  const shown = await shownThings(db, actor, found.post, open);
  const own = actor.personId === found.held.personId;
  return open.map((thing) => {
    const { key, kind, name } = thing;
    const item = said.find((one) => one.key === key);
    // What is on somebody's own list was shown to them there.
    const { title, meeting, address } = thing;
    const seen = own ? { title, meeting, to: address } : shown(thing);
    return { key, kind, name, ...seen, said: item ? lineOf(item) : null };
  });
}

async function choicesOf(db: Queries, found: Handover): Promise<HandoverPage["choices"]> {
  const others = await otherPosts(db, found);
  const { deputyPostId } = found.post;
  const ids = [...others.map(({ id }) => id), ...(deputyPostId ? [deputyPostId] : [])];
  const rows = await db
    .select({ post, unit })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(inArray(post.id, ids))
    .orderBy(post.id);
  const deputy = rows.find((row) => row.post.id === deputyPostId);
  return {
    deputy: deputy ? titleOfPost(deputy.post) : null,
    posts: rows
      .filter((row) => row !== deputy)
      .map((row) => ({ id: row.post.id, title: titleOfPost(row.post), unit: nameOfUnit(row.unit) })),
  };
}
