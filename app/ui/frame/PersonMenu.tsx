import { Link } from "@remix-run/react";
import { useRef } from "react";
import { ownAccountAddress } from "~/address/accounts";
import { postChoiceAddress } from "~/address/desk";
import { deskHandbookAddress } from "~/address/handbook";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { forgetAllWords } from "~/ui/keptWords";
import { LanguageLinks } from "~/ui/LanguageLinks";
import { OnceKey } from "~/ui/OnceKey";
import { useDismiss } from "~/ui/useDismiss";

/** A post the person could act in. */
export interface HeldPost {
  id: string;
  label: string;
}

/** The signed-in person, the post they act in, and the others they hold. */
export interface ActingPerson {
  name: string;
  post: string;
  otherPosts: readonly HeldPost[];
}

// Plain forms, not Remix's: acting in another post, or signing out, changes everything on the page.
function ChangePost({ posts }: { posts: readonly HeldPost[] }) {
  const { t } = useTranslation();
  return (
    <form method="post" action={postChoiceAddress} className="stack-tight">
      <OnceKey />
      <p className="menu-title">{t("ui.frame.changePost")}</p>
      {posts.map(({ id, label }) => (
        <button key={id} className="menu-row" type="submit" name="post" value={id}>
          {label}
        </button>
      ))}
    </form>
  );
}

/** Who acts, and in which post; opens to change the post or the language, or to sign out. */
export function PersonMenu({ person, language }: { person: ActingPerson; language: string }) {
  const { t } = useTranslation();
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  return (
    <details className="menu" ref={details}>
      <summary className="person-summary">
        <span className="visually-hidden">{t("ui.frame.account")}: </span>
        <span className="person-name">{person.name}</span>
        <span className="person-acting">{person.post}</span>
      </summary>
      <div className="menu-panel">
        <div>
          <p className="menu-title">{t("ui.frame.actingAs")}</p>
          <p>{t("ui.person.as", { name: person.name, post: person.post })}</p>
        </div>
        {person.otherPosts.length > 0 && <ChangePost posts={person.otherPosts} />}
        <div className="menu-language">
          <LanguageLinks language={language} />
        </div>
        <p>
          <Link to={ownAccountAddress} onClick={() => details.current?.removeAttribute("open")}>
            {t("account.own")}
          </Link>
        </p>
        <p>
          <Link to={deskHandbookAddress} onClick={() => details.current?.removeAttribute("open")}>
            {t("handbook.title")}
          </Link>
        </p>
        <form method="post" action="/sign-out" onSubmit={forgetAllWords}>
          <Button size="small">{t("ui.frame.signOut")}</Button>
        </form>
      </div>
    </details>
  );
}
