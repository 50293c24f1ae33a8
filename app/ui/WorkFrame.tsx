import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { GoTo } from "./GoTo";
import { type KeyHelp, KeysDialog } from "./KeysDialog";
import { LanguageLinks } from "./LanguageLinks";
import { type ActingPerson, PersonMenu } from "./PersonMenu";
import { SearchForm } from "./SearchForm";
import { BottomNav, type NavItem, SideNav } from "./WorkNav";

/** Props of {@link WorkFrame}. */
export interface WorkFrameProps {
  /** The district's name. */
  district: string;
  person: ActingPerson;
  /** In order; a phone shows the first four at the bottom. */
  nav: readonly NavItem[];
  myWork: { to: string; count: number; current?: boolean };
  language: string;
  /** What is being searched for, on the search page. */
  words?: string;
  /** Keys of this page, for the list that "?" opens. */
  keys?: readonly KeyHelp[];
  children: ReactNode;
}

function MyWork({ to, count, current }: WorkFrameProps["myWork"]) {
  const { t } = useTranslation();
  return (
    <Link className="my-work" to={to} prefetch="intent" aria-current={current ? "page" : undefined}>
      {t("ui.frame.myWork")}
      {count > 0 && (
        <>
          <span className="count num" aria-hidden="true">
            {count}
          </span>
          <span className="visually-hidden"> {t("ui.frame.waiting", { number: count })}</span>
        </>
      )}
    </Link>
  );
}

function TopBar({ district, person, myWork, language, words }: Omit<WorkFrameProps, "nav" | "children">) {
  const { t } = useTranslation();
  return (
    <header className="top-bar">
      <Link className="top-district" to={myWork.to}>
        <span className="district-name">{district}</span>
        <span className="district-tool">{t("ui.frame.tool")}</span>
      </Link>
      <SearchForm key={words} action="/desk/search" placeholder={t("ui.search.work")} words={words} keyed />
      <MyWork {...myWork} />
      <LanguageLinks language={language} />
      <PersonMenu person={person} language={language} />
    </header>
  );
}

/** The frame of every page of work: top bar, navigation (at the left, or at the bottom of a phone), the page. */
export function WorkFrame({ nav, keys, children, ...top }: WorkFrameProps) {
  const { t } = useTranslation();
  const places = [
    { to: top.myWork.to, label: t("ui.frame.myWork") },
    ...nav,
    { to: "/desk/help", label: t("handbook.title") },
  ];
  return (
    <div className="work">
      <a className="skip-link" href="#content">
        {t("ui.skip")}
      </a>
      <TopBar {...top} />
      <SideNav items={nav} />
      <main className="work-main" id="content" tabIndex={-1}>
        {children}
      </main>
      <BottomNav items={nav} />
      <KeysDialog more={keys} />
      <GoTo places={places} />
    </div>
  );
}
