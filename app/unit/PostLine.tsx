import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Person } from "~/ui/Person";
import type { PostHeld } from "./postsHeld.server";

/** A post with who holds it; leads to the post's page. */
export function PostLine({ post }: { post: PostHeld }) {
  const { t, i18n } = useTranslation();
  return (
    <Person
      name={post.holders.join(t("ui.filter.and")) || t("unit.table.vacant")}
      post={named(post.title, i18n.language)}
      to={`/desk/units/${post.unit.slug}/posts/${post.id}`}
    />
  );
}
