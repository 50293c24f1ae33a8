import { Button } from "~/ui/Button";
import { type Column, DataTable, type DataTableProps } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { FilterSentence } from "~/ui/FilterSentence";
import { FilterSelect } from "~/ui/form/FilterSelect";
import { KeyList } from "~/ui/KeyList";
import { Pager } from "~/ui/Pager";
import { SearchForm } from "~/ui/SearchForm";
import { StateTag } from "~/ui/StateTag";
import { Timeline } from "~/ui/Timeline";
import type { Part, Wording } from "../part";
import { now } from "./now";

interface Task {
  number: string;
  title: string;
  lead: string;
  due: string;
  overdue: boolean;
  share: number;
}

const tasks = ({ say }: Wording): Task[] => [
  {
    number: "WJC-2026-0137",
    title: say("政立路下水道疏通并更换井盖", "Clear the drain in Zhengli Road and replace its covers"),
    lead: say("区水务局", "Water Bureau"),
    due: "2026-11-13",
    overdue: true,
    share: 1_280,
  },
  {
    number: "WJC-2026-0141",
    title: say("国和路照明补点", "Add lamps in Guohe Road"),
    lead: say("区建管委", "Construction Commission"),
    due: "2026-11-20",
    overdue: false,
    share: 36,
  },
];

function columns({ say }: Wording): Column<Task>[] {
  return [
    {
      key: "number",
      head: say("编号", "Number"),
      cell: (row) => row.number,
      width: "tight",
      sortHref: "?sort=number",
    },
    { key: "title", head: say("内容", "Task"), cell: (row) => row.title, width: "wide" },
    { key: "lead", head: say("牵头单位", "Lead unit"), cell: (row) => row.lead, hiddenOnPhone: true },
    {
      key: "due",
      head: say("时限", "Due"),
      cell: (row) => (
        <>
          <DateText value={row.due} now={now} />{" "}
          {row.overdue && <StateTag tone="bad">{say("逾期", "overdue")}</StateTag>}
        </>
      ),
      sortHref: "?sort=due",
      sorted: "asc",
    },
    {
      key: "share",
      head: say("受益户数", "Households"),
      cell: (row) => row.share,
      align: "end",
      sortHref: "?sort=-share",
      sorted: "desc",
    },
    {
      key: "acts",
      head: say("操作", "Acts"),
      headHidden: true,
      cell: () => (
        <Button size="small" type="button">
          {say("核实", "Verify")}
        </Button>
      ),
    },
  ];
}

const Tasks = ({ wording, ...more }: { wording: Wording } & Partial<DataTableProps<Task>>) => (
  <DataTable
    caption={wording.say("任务", "Tasks")}
    columns={columns(wording)}
    rows={tasks(wording)}
    rowKey={(row) => row.number}
    {...more}
  />
);

const linked = { rowHref: (row: Task) => `/desk/tasks/${row.number}`, rowMarked: (row: Task) => row.overdue };

export const dataTable: Part = {
  plain: { show: (wording) => <Tasks wording={wording} /> },
  linkedAndMarked: { show: (wording) => <Tasks wording={wording} {...linked} /> },
  dense: { show: (wording) => <Tasks wording={wording} density="dense" captionHidden {...linked} /> },
  blocksOnPhone: { narrow: true, show: (wording) => <Tasks wording={wording} {...linked} /> },
  scrollingOnPhone: {
    narrow: true,
    show: (wording) => <Tasks wording={wording} phone="scroll" {...linked} />,
  },
  empty: { show: (wording) => <Tasks wording={wording} rows={[]} /> },
  emptyTeaching: {
    show: (wording) => (
      <Tasks
        wording={wording}
        rows={[]}
        empty={<EmptyState title={wording.say("还没有任务。", "No task yet.")} />}
      />
    ),
  },
};

const chips = ({ say }: Wording) => [
  { key: "lead", text: say("牵头：区水务局", "lead: Water Bureau"), removeHref: "?state=overdue" },
  { key: "state", text: say("逾期", "overdue"), removeHref: "?lead=water" },
];

const unfold = (stage: HTMLElement) => stage.querySelector("summary")?.click();

export const filterSentence: Part = {
  everything: { show: ({ say }) => <FilterSentence subject={say("任务", "tasks")} chips={[]} /> },
  conditions: {
    show: (wording) => (
      <FilterSentence subject={wording.say("任务", "tasks")} chips={chips(wording)} clearHref="?" />
    ),
  },
  changing: {
    first: unfold,
    show: (wording) => (
      <FilterSentence subject={wording.say("任务", "tasks")} chips={chips(wording)} clearHref="?">
        <FilterSelect
          name="lead"
          label={wording.say("牵头单位", "Lead unit")}
          value="water"
          options={[{ value: "water", label: wording.say("区水务局", "Water Bureau") }]}
        />
        <FilterSelect name="street" label={wording.say("街镇", "Street")} options={[]} />
      </FilterSentence>
    ),
  },
};

const keys = ({ say }: Wording): [string, string][] => [
  ["J", say("下一件", "next problem")],
  ["K", say("上一件", "previous problem")],
];

export const keyList: Part = {
  folded: { show: (wording) => <KeyList keys={keys(wording)} /> },
  unfolded: { show: (wording) => <KeyList keys={keys(wording)} />, first: unfold },
};

export const pager: Part = {
  first: { show: () => <Pager nextHref="?after=2" shown="WJC-2026-0001 – 0050" /> },
  between: {
    show: () => <Pager previousHref="?before=2" nextHref="?after=2" shown="WJC-2026-0051 – 0100" />,
  },
  last: { show: () => <Pager previousHref="?before=2" /> },
};

export const searchForm: Part = {
  empty: {
    show: ({ say }) => (
      <SearchForm action="/search" placeholder={say("地点、事项、编号", "Place, matter, number")} />
    ),
  },
  keyedWithWords: {
    show: ({ say }) => (
      <SearchForm
        action="/desk/search"
        placeholder={say("问题、任务", "Problems, tasks")}
        words={say("下水道", "drain")}
        keyed
      />
    ),
  },
};

export const timeline: Part = {
  allTones: {
    show: ({ say }) => (
      <Timeline
        now={now}
        entries={[
          {
            key: "1",
            at: "2026-10-21T06:10:00Z",
            what: say("议定并交办", "Resolved and assigned"),
            tone: "official",
          },
          {
            key: "2",
            at: "2026-11-02",
            what: say("申请延期", "Extension asked for"),
            who: say("区水务局", "Water Bureau"),
            body: <p>{say("雨季施工暂停两周。", "Work stopped for two weeks of rain.")}</p>,
            tone: "warn",
          },
          { key: "3", at: "2026-11-03", what: say("同意延期", "Extension granted"), tone: "info" },
          { key: "4", at: "2026-11-12", what: say("报办结", "Reported done"), tone: "good" },
          { key: "5", at: "2026-11-13", what: say("核实不通过", "Not verified"), tone: "bad" },
          { key: "6", at: "2026-11-16T01:00:00Z", what: say("再次疏通", "Cleared again") },
        ]}
      />
    ),
  },
};
