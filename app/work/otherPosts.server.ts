import type { Actor } from "~/access/actor";
import { actorIn } from "~/access/actorIn";
import { heldPosts } from "~/access/heldPosts.server";
import type { Name } from "~/i18n/language";
import { myWorkCount } from "./myWork.server";

/** Another post that somebody holds, and how much of its work needs them within the week. */
export interface OtherPost {
  id: string;
  title: Name;
  unit: Name;
  standsIn: boolean;
  count: number;
}

/** What waits in the other posts that somebody holds, or in which they stand in: acting in one, they do not see it. */
export async function otherPosts(actor: Actor, now: string): Promise<OtherPost[]> {
  const posts = (await heldPosts(actor.personId, now)).filter(({ id }) => id !== actor.postId);
  return Promise.all(
    posts.map(async (post) => ({
      ...{ id: post.id, title: post.title, unit: post.unitName, standsIn: post.standsIn !== null },
      count: await myWorkCount(actorIn(actor, post), now),
    })),
  );
}
