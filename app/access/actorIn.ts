import type { Actor } from "./actor";
import type { HeldPost } from "./heldPost";

/** Makes the actor of a signed-in person in one of the posts they hold. */
export function actorIn(
  { personId, account, name, signInId }: Pick<Actor, "personId" | "account" | "name" | "signInId">,
  post: HeldPost,
): Actor {
  return {
    ...{ personId, account, name, signInId },
    postId: post.id,
    postTitle: post.title,
    role: post.role,
    unitId: post.unitId,
    unitName: post.unitName,
    streetId: post.streetId,
    ...(post.standsIn && { standsIn: true }),
  };
}
