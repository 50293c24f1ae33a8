import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { searchAddress } from "~/address/desk";
import { deskHandbookAddress } from "~/address/handbook";
import { useTranslation } from "~/i18n/useTranslation";
import { LanguageLinks } from "~/ui/LanguageLinks";
import { SearchForm } from "~/ui/SearchForm";
import { GoTo } from "./GoTo";
import { KeptBar } from "./KeptBar";
import { type KeyHelp, KeysDialog } from "./KeysDialog";
import { type ActingPerson, PersonMenu } from "./PersonMenu";
import { UnsentNotice } from "./UnsentNotice";
import { useHeldRequest } from "./useHeldRequest";
import { BottomNav, type NavItem, SideNav } from "./WorkNav";

// More would push the bar apart on a phone.
const mostShown = 999;

/** A place in the top bar with how much of it waits for the reader. */
interface CountedLink {
  to: string;
  count: number;
  current?: boolean;
}

/** Props of {@link WorkFrame}. */
export interface WorkFrameProps {
  /** The district's name. */
  district: string;
  person: ActingPerson;
  /** In order; a phone shows the first four at the bottom. */
  nav: readonly NavItem[];
  myWork: CountedLink;
  /** Leads to what one is told of; the count is of what is unread. */
  notices: CountedLink;
  language: string;
  /** What is being searched for, on the search page. */
  words?: string;
  /** Keys of this page, for the list that "?" opens. */
  keys?: readonly KeyHelp[];
  children: ReactNode;
}

/** @param spoken the count in words, for those who hear the page */
function TopLink({ link, label, spoken }: { link: CountedLink; label: string; spoken: string }) {
  const { to, count, current } = link;
  return (
    <Link className="top-link" to={to} prefetch="intent" aria-current={current ? "page" : undefined}>
      {label}
      {count > 0 && (
        <>
          <span className="count num" aria-hidden="true">
            {count > mostShown ? `${mostShown}+` : count}
          </span>
          <span className="visually-hidden"> {spoken}</span>
        </>
      )}
    </Link>
  );
}

function TopBar(props: Omit<WorkFrameProps, "nav" | "children">) {
  const { district, person, myWork, notices, language, words } = props;
  const { t } = useTranslation();
  return (
    <header className="top-bar">
      <Link className="top-district" to={myWork.to}>
        <span className="district-name">{district}</span>
        <span className="district-tool">{t("ui.frame.tool")}</span>
      </Link>
      <SearchForm key={words} action={searchAddress} placeholder={t("ui.search.work")} words={words} keyed />
      <TopLink
        link={myWork}
        label={t("ui.frame.myWork")}
        spoken={t("ui.frame.waiting", { number: myWork.count })}
      />
      <TopLink
        link={notices}
        label={t("ui.frame.notices")}
        spoken={t("ui.frame.unread", { number: notices.count })}
      />
      <LanguageLinks language={language} />
      <PersonMenu person={person} language={language} />
    </header>
  );
}

/** The frame of every page of work: top bar, navigation (at the left, or at the bottom of a phone), the page. */
export function WorkFrame({ nav, keys, children, ...top }: WorkFrameProps) {
  const { t } = useTranslation();
  const held = useHeldRequest();
  const places = [
    { to: top.myWork.to, label: t("ui.frame.myWork") },
    { to: top.notices.to, label: t("ui.frame.notices") },
    ...nav,
    { to: deskHandbookAddress, label: t("handbook.title") },
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
      <KeptBar />
      <BottomNav items={nav} />
      <KeysDialog more={keys} />
      <GoTo places={places} />
      {held && createPortal(<UnsentNotice {...held.request} />, held.place)}
    </div>
  );
}
