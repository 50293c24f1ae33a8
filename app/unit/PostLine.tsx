import { postAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Person } from "~/ui/Person";
import type { PostHeld } from "./postsHeld.server";
import { useWhoHas } from "./useWhoHas";

/** A post with who holds it; leads to the post's page. */
export function PostLine({ post }: { post: PostHeld }) {
  const { i18n } = useTranslation();
  const whoHas = useWhoHas();
  return (
    <Person
      name={whoHas(post)}
      post={named(post.title, i18n.language)}
      to={postAddress(post.unit.slug, post.id)}
    />
  );
}
