import { and, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { heldPosts } from "~/access/heldPosts.server";
import { isOpen, lastUse } from "~/access/sessionLife";
import { read } from "~db/read";
import { signIn } from "~db/schema";
import { feedMadeAt } from "./feedToken.server";

/** An open sign-in as its owner knows it. */
export interface OwnSignIn {
  id: string;
  browser: string;
  address: string;
  createdAt: string;
  lastUsedAt: string;
  /** The one that asks. */
  here: boolean;
}

/** Somebody's own account: who they are, the posts they hold, where they are signed in. */
export async function showOwnAccount(actor: Actor, now: string) {
  const rows = await read((db) =>
    db
      .select()
      .from(signIn)
      .where(and(eq(signIn.personId, actor.personId), isNull(signIn.endedAt)))
      .orderBy(desc(signIn.createdAt), desc(signIn.id)),
  );
  const signIns = rows
    .filter((row) => isOpen(row, now))
    .map(
      (row): OwnSignIn => ({
        ...{ id: row.id, browser: row.browser, address: row.address },
        ...{ createdAt: row.createdAt, lastUsedAt: lastUse(row), here: row.id === actor.signInId },
      }),
    );
  const posts = await heldPosts(actor.personId, now);
  return {
    ...{ now, account: actor.account, name: actor.name, signIns },
    feedMadeAt: await feedMadeAt(actor.personId),
    posts: posts.map(({ id, title, unitName, role }) => ({ id, title, unitName, role })),
  };
}
