import type { ReactNode } from "react";
import { publicDaysAddress, publicStreetsAddress } from "~/address/residents";
import { useTranslation } from "~/i18n/useTranslation";
import { LanguageLinks } from "~/ui/LanguageLinks";
import { PublicLink, useAskedLanguage } from "~/ui/PublicLink";

/** Props of {@link PublicFrame}. */
export interface PublicFrameProps {
  district: string;
  language: string;
  /** What is being searched for, on the search page. */
  words?: string;
  /** Where to ask; left out, the general sentence with the 12345 line. */
  contact?: ReactNode;
  children: ReactNode;
}

// No hooks that need script, no Remix forms: these pages are sent without any.
function PublicSearch({ words }: { words: string | undefined }) {
  const { t } = useTranslation();
  const asked = useAskedLanguage();
  return (
    <form method="get" action="/search" className="search">
      {asked && <input type="hidden" name="lang" value={asked} />}
      <label className="visually-hidden" htmlFor="public-search">
        {t("ui.search.label")}
      </label>
      <span className="search-box">
        <input
          id="public-search"
          className="input"
          type="search"
          name="q"
          defaultValue={words}
          placeholder={t("ui.search.public")}
        />
      </span>
      <button type="submit" className="btn btn-secondary">
        {t("ui.search.submit")}
      </button>
    </form>
  );
}

function PublicNav() {
  const { t } = useTranslation();
  return (
    <nav className="public-nav" aria-label={t("ui.frame.nav")}>
      <ul>
        <li>
          <PublicLink to="/">{t("ui.public.latest")}</PublicLink>
        </li>
        <li>
          <PublicLink to={publicDaysAddress}>{t("ui.public.days")}</PublicLink>
        </li>
        <li>
          <PublicLink to={publicStreetsAddress}>{t("ui.public.streets")}</PublicLink>
        </li>
      </ul>
    </nav>
  );
}

/** The frame of residents' pages. */
export function PublicFrame({ district, language, words, contact, children }: PublicFrameProps) {
  const { t } = useTranslation();
  return (
    <div className="public">
      <a className="skip-link" href="#content">
        {t("ui.skip")}
      </a>
      <header className="masthead">
        <div className="masthead-row">
          <PublicLink className="masthead-name" to="/">
            <span className="district-name">{district}</span>
            <span className="masthead-title">{t("ui.public.title")}</span>
          </PublicLink>
          <LanguageLinks language={language} />
        </div>
        <div className="masthead-tools">
          <PublicNav />
          <search className="masthead-search">
            <PublicSearch words={words} />
          </search>
        </div>
      </header>
      <main className="public-main" id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-foot">
        <h2>{t("ui.public.askTitle")}</h2>
        {contact ?? <p>{t("ui.public.ask")}</p>}
        <p className="public-staff">
          <PublicLink to="/sign-in">{t("ui.public.staff")}</PublicLink>
          <PublicLink to="/help">{t("handbook.title")}</PublicLink>
        </p>
      </footer>
    </div>
  );
}
