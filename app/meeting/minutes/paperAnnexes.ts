import { writtenDay } from "~/calendar/writtenDate";
import type { Say } from "~/meeting/sheet/say";
import type { Paper, PaperTopic } from "./paper";

/** A column of an annex: its heading, and its share of the text area in millimetres. */
export interface AnnexColumn {
  label: string;
  width: number;
}

/** A table behind the text. */
export interface Annex {
  /** 附件1, as it stands above the table. */
  mark: string;
  title: string;
  columns: AnnexColumn[];
  rows: { id: string; cells: string[] }[];
}

type Table = Omit<Annex, "mark">;

/** Words the annexes: what was said of earlier tasks, and who does what of the resolutions; none that would be empty. */
export function annexesOf(paper: Paper, say: Say): Annex[] {
  const tables = [lookBackTable(paper, say), divisionTable(paper, say)].filter(({ rows }) => rows.length > 0);
  const count = tables.length > 1;
  return tables.map((table, at) => ({
    ...table,
    mark: count ? say.t("session.paper.annexNumber", { number: at + 1 }) : say.t("session.paper.annex"),
  }));
}

function lookBackTable({ lookBack }: Paper, { t, language, name }: Say): Table {
  return {
    title: t("session.paper.lookBackTable"),
    columns: [
      { label: t("session.paper.column.number"), width: 30 },
      { label: t("session.paper.column.matter"), width: 39 },
      { label: t("session.paper.column.lead"), width: 26 },
      { label: t("session.paper.column.due"), width: 23 },
      { label: t("session.paper.column.standing"), width: 38 },
    ],
    rows: lookBack.map((one) => ({
      id: one.number,
      cells: [
        one.number,
        one.title,
        name(one.lead),
        writtenDay(one.dueDate, language),
        [t(`session.statement.${one.statement}`), one.text.trim()].filter(Boolean).join(t("session.colon")),
      ],
    })),
  };
}

function divisionTable({ topics }: Paper, say: Say): Table {
  const { t } = say;
  return {
    title: t("session.paper.divisionTable"),
    columns: [
      { label: t("session.paper.column.ordinal"), width: 12 },
      { label: t("session.paper.column.matter"), width: 46 },
      { label: t("session.paper.column.lead"), width: 24 },
      { label: t("session.paper.column.assisting"), width: 24 },
      { label: t("session.paper.column.due"), width: 22 },
      { label: t("session.paper.column.measure"), width: 28 },
    ],
    rows: topics.flatMap((topic) => divisionRows(topic, say)),
  };
}

function divisionRows({ resolutions, problemNumber }: PaperTopic, { t, language, name }: Say) {
  const open = t("session.paper.open");
  const number = problemNumber ? t("session.paper.problem", { number: problemNumber }) : "";
  return resolutions.map((one) => ({
    id: one.id,
    cells: [
      String(one.ordinal),
      (one.text || open) + number,
      name(one.lead) || open,
      one.assisting.map(name).join(t("session.comma")) || "—",
      one.dueDate ? writtenDay(one.dueDate, language) : open,
      one.measure || "—",
    ],
  }));
}
