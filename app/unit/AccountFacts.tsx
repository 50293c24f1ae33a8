import { Link } from "@remix-run/react";
import { postAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { AccountState } from "./AccountState";
import type { AccountPage, PostOfAccount } from "./showAccounts.server";

function Post({ post, now }: { post: PostOfAccount; now: string }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <Link to={postAddress(post.unit.slug, post.id)}>
        {named(post.unit.name, i18n.language)} {named(post.title, i18n.language)}
      </Link>{" "}
      <span className="muted small">
        {t("unit.post.from")} <DateText value={post.fromDay} now={now} />
        {post.toDay && (
          <>
            {" "}
            {t("unit.post.to")} <DateText value={post.toDay} now={now} />
          </>
        )}
      </span>
    </li>
  );
}

/** What the administrator knows of an account: whether somebody gets in, since when, and their posts. */
export function AccountFacts({ page }: { page: AccountPage }) {
  const { t } = useTranslation();
  const { now, lastSignIn } = page;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("account.state.head")}</dt>
          <dd>
            <AccountState account={page} now={now} />
          </dd>
        </div>
        <div>
          <dt>{t("account.lastSignIn")}</dt>
          <dd>{lastSignIn ? <DateText value={lastSignIn} now={now} withTime /> : t("account.never")}</dd>
        </div>
        <div>
          <dt>{t("account.openSignIns")}</dt>
          <dd className="num">{page.openSignIns}</dd>
        </div>
      </dl>
      <section className="section">
        <h2>{t("account.posts")}</h2>
        <ul className="divided">
          {page.posts.map((post) => (
            <Post key={`${post.id} ${post.fromDay}`} post={post} now={now} />
          ))}
        </ul>
      </section>
    </>
  );
}
