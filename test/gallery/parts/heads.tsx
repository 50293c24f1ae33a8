import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { PublicPage } from "~/ui/frame/PublicPage";
import { PageHead } from "~/ui/PageHead";
import { StateTag } from "~/ui/StateTag";
import { type Station, Stations } from "~/ui/Stations";
import { Trace } from "~/ui/Trace";
import type { Part, Wording } from "../part";
import { now } from "./now";

const FullHead = ({ wording: { say } }: { wording: Wording }) => (
  <PageHead
    crumbs={[
      { label: say("计划", "Plan"), to: "/desk/plan/2026" },
      { label: say("2026年11月会商日", "November 2026"), to: "/desk/days/2026-11" },
    ]}
    title={say("政立路下水道疏通并更换井盖", "Clear the drain in Zhengli Road and replace its covers")}
    number="WJC-2026-0137"
    state={<StateTag tone="bad">{say("逾期", "overdue")}</StateTag>}
    next={{
      what: say("报告办理结果", "Report what was done"),
      who: say("区水务局", "Water Bureau"),
      by: <DateText value="2026-11-20" now={now} withDistance />,
    }}
    actions={
      <>
        <Button variant="primary">{say("报办结", "Report it done")}</Button>
        <ButtonLink to="/desk">{say("申请延期", "Ask for an extension")}</ButtonLink>
      </>
    }
  />
);

export const pageHead: Part = {
  titleOnly: { show: ({ say }) => <PageHead title={say("待办", "My work")} /> },
  full: { show: (wording) => <FullHead wording={wording} /> },
  onPhone: { narrow: true, show: (wording) => <FullHead wording={wording} /> },
};

export const publicPage: Part = {
  withLead: {
    show: ({ say }) => (
      <PublicPage
        title={say("五角场街道 2026年11月会商日", "Wujiaochang, consultation day of November 2026")}
        lead={<StateTag tone="official">{say("纪要已签发", "minutes issued")}</StateTag>}
      >
        <p>{say("政立路下水道由区水务局疏通。", "The Water Bureau clears the drain in Zhengli Road.")}</p>
      </PublicPage>
    ),
  },
  plain: {
    show: ({ say }) => (
      <PublicPage title={say("按街镇查看", "By street")}>
        <p>{say("共 12 个街镇。", "There are 12 streets.")}</p>
      </PublicPage>
    ),
  },
};

const strip = ({ say }: Wording): Station[] => [
  {
    key: "planned",
    label: say("计划", "Planned"),
    state: "done",
    note: say("1月12日", "12 Jan"),
    to: "/desk/plan",
  },
  { key: "collecting", label: say("征集", "Collecting"), state: "done", note: say("8 件", "8 problems") },
  {
    key: "agenda",
    label: say("议程", "Agenda"),
    state: "current",
    note: say("6 项", "6 topics"),
    to: "/desk",
  },
  { key: "inSession", label: say("会商", "In session"), state: "todo" },
  { key: "issued", label: say("签发", "Issued"), state: "todo" },
];

export const stations: Part = {
  halfWay: { show: (wording) => <Stations stations={strip(wording)} /> },
  onPhone: { narrow: true, show: (wording) => <Stations stations={strip(wording)} /> },
  ownLabel: {
    show: (wording) => (
      <Stations
        stations={strip(wording).map((station) => ({ ...station, state: "done" }))}
        label={wording.say("清单的进度", "Progress of the list")}
      />
    ),
  },
};

const chain = ({ say }: Wording) => [
  {
    key: "listing",
    kind: say("报送", "Listing"),
    label: "WJC-2026-0137",
    to: "/desk/problems/WJC-2026-0137",
  },
  {
    key: "resolution",
    kind: say("议定", "Resolution"),
    label: say("11月 第2项", "November, no. 2"),
    here: true,
  },
  { key: "task", kind: say("任务", "Task"), label: say("未公开", "not public") },
  { key: "outcome", kind: say("结果", "Outcome") },
];

export const trace: Part = {
  inTheMiddle: { show: (wording) => <Trace links={chain(wording)} /> },
  onPhone: { narrow: true, show: (wording) => <Trace links={chain(wording)} /> },
};
