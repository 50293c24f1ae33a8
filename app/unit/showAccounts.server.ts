import { and, asc, desc, eq, exists, gt, inArray, isNull, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { holdingNow } from "~/access/holdingNow.server";
import { isOpen } from "~/access/sessionLife";
import { dayOf } from "~/calendar/day";
import type { Name } from "~/i18n/language";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { holding, invitation, person, post, signIn, unit } from "~db/schema";
import { isOver } from "./holdingOver";
import { mayAppoint } from "./permission";

/** A post that somebody holds, held or will hold. */
export interface PostOfAccount {
  id: string;
  title: Name;
  unit: { slug: string; name: Name };
  fromDay: string;
  toDay: string | null;
  over: boolean;
}

/** An account as the administrator sees it: who, in which posts, and whether they can get in. */
export interface AccountListed {
  personId: string;
  account: string;
  name: string;
  /** They have chosen a password. */
  hasPassword: boolean;
  /** Until when (UTC instant) the last invitation is good; null where none is. */
  invitedUntil: string | null;
  posts: PostOfAccount[];
}

/** The page of an account. */
export interface AccountPage extends AccountListed {
  now: string;
  lastSignIn: string | null;
  openSignIns: number;
  own: boolean;
}

const pageSize = 50;

/** Which accounts: those after or before one, and of them those that `words` may mean. */
export interface AccountsAsked {
  from?: string;
  until?: string;
  words?: string;
}

/** Accounts in the order of their names, a page at a time; `notFound` for everybody but the administrator. */
export async function showAccounts(actor: Actor, edge: AccountsAsked, now: string) {
  if (!mayAppoint(actor)) return refuse("notFound");
  return read(async (db) => {
    const upwards = edge.until !== undefined;
    const place = await placeOf(db, edge.until ?? edge.from);
    const rows = await db
      .select()
      .from(person)
      .where(
        and(place && beside(place, upwards ? lt : gt), edge.words ? meant(db, edge.words, now) : undefined),
      )
      .orderBy(...[person.sortKey, person.account].map(upwards ? desc : asc))
      .limit(pageSize + 1);
    const shown = rows.slice(0, pageSize);
    if (upwards) shown.reverse();
    const more = rows.length > pageSize;
    const hasNext = upwards || more;
    const hasPrevious = upwards ? more : edge.from !== undefined;
    return done({
      accounts: await withPosts(db, shown, now),
      previous: hasPrevious ? (shown[0]?.account ?? null) : null,
      next: hasNext ? (shown.at(-1)?.account ?? null) : null,
    });
  });
}

/** Where an account stands among all: by the name, of equal ones by the account. */
async function placeOf(db: Queries, account: string | undefined) {
  if (account === undefined) return undefined;
  const [row] = await db.select().from(person).where(eq(person.account, account)).limit(1);
  return { sortKey: row?.sortKey ?? "", account };
}

/** Part of a name as it is written, its initials or its surname as they are read, the account, or a unit of a post held. */
function meant(db: Queries, words: string, now: string): SQL | undefined {
  const plain = words.normalize("NFKC").replace(/[%_]/g, "");
  const part = `%${plain}%`;
  const posts = db
    .select({ one: sql`1` })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(
      and(
        eq(holding.personId, person.id),
        holdingNow(now),
        or(...[unit.nameZh, unit.nameEn, unit.shortZh].map((column) => like(column, part))),
      ),
    );
  return or(
    like(person.name, part),
    like(person.initials, `${plain}%`),
    like(person.sortKey, `${plain}%`),
    like(person.account, part),
    exists(posts),
  );
}

const beside = (place: { sortKey: string; account: string }, side: typeof lt | typeof gt) =>
  or(
    side(person.sortKey, place.sortKey),
    and(eq(person.sortKey, place.sortKey), side(person.account, place.account)),
  );

/** One account; `notFound` where there is none, and for everybody but the administrator. */
export async function showAccount(actor: Actor, personId: string, now: string): Promise<Result<AccountPage>> {
  if (!mayAppoint(actor)) return refuse("notFound");
  return read(async (db) => {
    const [row] = await db.select().from(person).where(eq(person.id, personId)).limit(1);
    if (!row) return refuse("notFound");
    const [listed] = await withPosts(db, [row], now);
    const [last] = await db
      .select({ at: signIn.createdAt })
      .from(signIn)
      .where(eq(signIn.personId, personId))
      .orderBy(desc(signIn.createdAt))
      .limit(1);
    const open = await db
      .select()
      .from(signIn)
      .where(and(eq(signIn.personId, personId), isNull(signIn.endedAt)));
    return done({
      ...listed!,
      now,
      lastSignIn: last?.at ?? null,
      openSignIns: open.filter((session) => isOpen(session, now)).length,
      own: personId === actor.personId,
    });
  });
}

async function withPosts(
  db: Queries,
  people: (typeof person.$inferSelect)[],
  now: string,
): Promise<AccountListed[]> {
  const ids = people.map(({ id }) => id);
  const today = dayOf(now);
  const held = await db
    .select({ held: holding, post, unit })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(inArray(holding.personId, ids))
    .orderBy(desc(holding.fromDay), desc(holding.id));
  const invited = await db
    .select({ personId: invitation.personId, expiresAt: invitation.expiresAt })
    .from(invitation)
    .where(and(inArray(invitation.personId, ids), isNull(invitation.usedAt), gt(invitation.expiresAt, now)));
  return people.map(({ id, account, name, passwordHash }) => ({
    ...{ personId: id, account, name, hasPassword: passwordHash !== "" },
    invitedUntil: invited.find((one) => one.personId === id)?.expiresAt ?? null,
    posts: held
      .filter((one) => one.held.personId === id)
      .map((one) => ({
        id: one.post.id,
        title: titleOfPost(one.post),
        unit: { slug: one.unit.slug, name: nameOfUnit(one.unit) },
        ...{ fromDay: one.held.fromDay, toDay: one.held.toDay, over: isOver(one.held, today) },
      })),
  }));
}
