import { PersonMenu } from "~/ui/frame/PersonMenu";
import { PublicFrame } from "~/ui/frame/PublicFrame";
import { PublicPage } from "~/ui/frame/PublicPage";
import { WorkFrame } from "~/ui/frame/WorkFrame";
import { BottomNav, SideNav } from "~/ui/frame/WorkNav";
import { LanguageLinks } from "~/ui/LanguageLinks";
import { PageHead } from "~/ui/PageHead";
import type { Part, Wording } from "../part";

const officer = ({ say }: Wording) => ({
  name: say("陈明", "Chen Ming"),
  post: say("云川区会商工作办公室 主任", "Director, Consultation Office of Yunchuan"),
  otherPosts: [
    { id: "2", label: say("云川区会商工作办公室 副主任", "Deputy Director, Consultation Office") },
  ],
});

const nav = ({ say }: Wording) => [
  { to: "/desk/plan", label: say("计划", "Plan") },
  { to: "/desk/day", label: say("本月会商日", "This month"), current: true },
  { to: "/desk/problems", label: say("问题", "Problems"), count: 3 },
  { to: "/desk/tasks", label: say("任务", "Tasks") },
  { to: "/desk/units", label: say("单位", "Units") },
  { to: "/desk/ledger", label: say("操作记录", "Ledger") },
];

const Work = ({ wording, count = 6 }: { wording: Wording; count?: number }) => (
  <WorkFrame
    district={wording.say("云川区", "Yunchuan")}
    person={officer(wording)}
    nav={nav(wording)}
    myWork={{ to: "/desk", count, current: count === 0 }}
    notices={{ to: "/desk/notices", count: 2, current: false }}
    language={wording.language}
  >
    <PageHead title={wording.say("2026年11月会商日", "November 2026")} />
  </WorkFrame>
);

const openMenu = (selector: string) => (stage: HTMLElement) =>
  stage.querySelector<HTMLElement>(`${selector} summary`)?.click();

export const workFrame: Part = {
  work: { whole: true, show: (wording) => <Work wording={wording} /> },
  nothingWaiting: { whole: true, show: (wording) => <Work wording={wording} count={0} /> },
  menuOpen: { whole: true, show: (wording) => <Work wording={wording} />, first: openMenu(".menu") },
  onPhone: { whole: true, narrow: true, show: (wording) => <Work wording={wording} /> },
  moreOnPhone: {
    whole: true,
    narrow: true,
    show: (wording) => <Work wording={wording} />,
    first: openMenu(".bottom-more"),
  },
};

export const workNav: Part = {
  atTheSide: { show: (wording) => <SideNav items={nav(wording)} /> },
  atTheBottom: {
    whole: true,
    narrow: true,
    show: (wording) => <BottomNav items={nav(wording).slice(0, 4)} />,
  },
};

export const personMenu: Part = {
  closed: { show: (wording) => <PersonMenu person={officer(wording)} language={wording.language} /> },
  open: {
    whole: true,
    show: (wording) => <PersonMenu person={officer(wording)} language={wording.language} />,
    first: openMenu(".menu"),
  },
  onePost: {
    whole: true,
    show: (wording) => (
      <PersonMenu person={{ ...officer(wording), otherPosts: [] }} language={wording.language} />
    ),
    first: openMenu(".menu"),
  },
};

export const languageLinks: Part = {
  plain: { show: ({ language }) => <LanguageLinks language={language} /> },
};

const Public = ({ wording, words }: { wording: Wording; words?: string }) => (
  <PublicFrame district={wording.say("云川区", "Yunchuan")} language={wording.language} words={words}>
    <PublicPage title={wording.say("最新决定", "Latest decisions")}>
      <p>
        {wording.say("政立路下水道由区水务局疏通。", "The Water Bureau clears the drain in Zhengli Road.")}
      </p>
    </PublicPage>
  </PublicFrame>
);

export const publicFrame: Part = {
  page: { whole: true, show: (wording) => <Public wording={wording} /> },
  searching: {
    whole: true,
    show: (wording) => <Public wording={wording} words={wording.say("路灯", "lamp")} />,
  },
  onPhone: { whole: true, narrow: true, show: (wording) => <Public wording={wording} /> },
  ownContact: {
    whole: true,
    show: ({ say, language }) => (
      <PublicFrame
        district={say("云川区", "Yunchuan")}
        language={language}
        contact={<p>{say("问区水务局一楼窗口。", "Ask at the Water Bureau, ground floor.")}</p>}
      >
        <PublicPage title={say("政立路下水道", "Drain in Zhengli Road")}>
          <p>{say("已疏通。", "It has been cleared.")}</p>
        </PublicPage>
      </PublicFrame>
    ),
  },
};
