import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { StateTag } from "~/ui/StateTag";
import { FeedbackLines } from "../feedback/FeedbackLines";
import type { ShownFeedback } from "../feedback/feedbackFor.server";
import { inTree, type RuleListName, ruleListNames } from "../ruleLists";
import type { RuleSet } from "../ruleSet";
import { ReportLink } from "./ReportLink";

/** Rules to show, with what was said about them. */
export interface RulesShown {
  rules: RuleSet;
  feedback: readonly ShownFeedback[];
  now: string;
}

type Entry = RuleSet["lists"][RuleListName][number];

function useColumns(list: RuleListName, entries: readonly Entry[]): Column<Entry>[] {
  const { t, i18n } = useTranslation();
  const nameOf = (code: string | null) => {
    const found = entries.find((one) => one.code === code);
    return found ? named(found, i18n.language) : "";
  };
  const columns: (Column<Entry> | false)[] = [
    {
      key: "name",
      head: t("rules.field.name"),
      cell: (entry) => (
        <span className={"parent" in entry && entry.parent ? "rule-below" : undefined}>
          {named(entry, i18n.language)}{" "}
          {entry.retired && <StateTag tone="neutral">{t("rules.retired")}</StateTag>}
        </span>
      ),
    },
    list === "classes" && {
      key: "parent",
      head: t("rules.field.parent"),
      cell: (entry) => ("parent" in entry ? nameOf(entry.parent) : ""),
      hiddenOnPhone: true,
    },
    list === "classes" && {
      key: "words",
      head: t("rules.field.words"),
      width: "wide",
      cell: (entry) => ("words" in entry ? entry.words.join(t("ui.filter.and")) : ""),
    },
    list === "tests" && {
      key: "computes",
      head: t("rules.field.computes"),
      cell: (entry) => ("computes" in entry ? t(`rules.computes.${entry.computes}`) : ""),
    },
    {
      key: "source",
      head: t("rules.field.source"),
      cell: (entry) => <span className="small muted">{entry.source}</span>,
    },
  ];
  return columns.filter((column) => column !== false);
}

function ListOf({ list, rules, feedback, now }: RulesShown & { list: RuleListName }) {
  const { t } = useTranslation();
  const entries: readonly Entry[] = rules.lists[list];
  const shown = list === "classes" ? inTree(rules.lists.classes) : entries;
  const offered = entries.filter(({ retired }) => !retired).length;
  return (
    <details className="rule-list">
      <summary>
        <strong>{t(`rules.list.${list}`)}</strong>{" "}
        <span className="muted num">{t("rules.entries", { count: offered })}</span>
      </summary>
      <p className="cluster">
        <span className="prose">{t(`rules.listText.${list}`)}</span>
        <ReportLink rule={`lists.${list}`} name={t(`rules.list.${list}`)} />
      </p>
      <DataTable
        caption={t(`rules.list.${list}`)}
        captionHidden
        density="dense"
        columns={useColumns(list, entries)}
        rows={shown}
        rowKey={({ code }) => code}
      />
      <FeedbackLines lines={feedback.filter(({ rule }) => rule === `lists.${list}`)} now={now} />
    </details>
  );
}

/** The lists of a rule set, each folded: classes, tests, reasons, kinds of research. */
export function RuleLists(props: RulesShown) {
  const { t } = useTranslation();
  return (
    <section className="section stack-tight">
      <h2>{t("rules.lists")}</h2>
      {ruleListNames.map((list) => (
        <ListOf key={list} list={list} {...props} />
      ))}
    </section>
  );
}
