import { postChoiceAddress } from "~/address/desk";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { OnceKey } from "~/ui/OnceKey";
import type { OtherPost } from "./otherPosts.server";

/** What waits in one's other posts, with the way to act in each. */
export function OtherPosts({ posts }: { posts: readonly OtherPost[] }) {
  const { t, i18n } = useTranslation();
  if (posts.length === 0) return null;
  return (
    <section className="section stack-tight" aria-labelledby="other-posts">
      <h2 id="other-posts">{t("task.work.otherPosts")}</h2>
      {/* A plain form: acting in another post changes everything on the page. */}
      <form method="post" action={postChoiceAddress}>
        <OnceKey />
        <ul className="work-lines">
          {posts.map((post) => {
            const name = `${named(post.unit, i18n.language)} ${named(post.title, i18n.language)}`;
            return (
              <li key={post.id} className="work-line">
                <p className="work-what">{post.standsIn ? t("unit.standIn.named", { name }) : name}</p>
                <p className="work-until">
                  {post.count > 0
                    ? t("task.work.waitsThere", { count: post.count })
                    : t("task.work.nothingThere")}
                </p>
                <div className="work-do">
                  <Button size="small" name="post" value={post.id}>
                    {t("task.work.actThere")}
                    <span className="visually-hidden"> {name}</span>
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      </form>
    </section>
  );
}
