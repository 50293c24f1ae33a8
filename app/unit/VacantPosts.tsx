import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { PostLine } from "./PostLine";
import type { UnitListed } from "./showUnits.server";

/** The posts in which there is nobody, not even somebody who stands in; nothing where there are none. */
export function VacantPosts({ units }: { units: readonly UnitListed[] }) {
  const { t, i18n } = useTranslation();
  const all = units.flatMap((unit) => [unit, ...unit.communities]);
  const vacant = all.flatMap(({ posts }) =>
    posts.filter(({ holders, standIns }) => holders.length === 0 && standIns.length === 0),
  );
  if (vacant.length === 0) return null;
  return (
    <section className="section stack" id="vacant">
      <h2>
        {t("registry.vacant")} <span className="num muted">{vacant.length}</span>
      </h2>
      <ul className="divided">
        {vacant.map((post) => (
          <li key={post.id}>
            {named(post.unit.name, i18n.language)} <PostLine post={post} />
          </li>
        ))}
      </ul>
    </section>
  );
}
