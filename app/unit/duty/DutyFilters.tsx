import { Link } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { ruleCode } from "~/rules/ruleLists";
import { FilterSentence } from "~/ui/FilterSentence";
import { FilterSelect } from "~/ui/form/FilterSelect";
import { PlainText } from "~/ui/form/PlainText";
import { dutyLists } from "~/unit/dutyList";
import { FilterUnit } from "~/unit/typing/FilterUnit";
import type { DutyFilter, DutyPage } from "./showDuties.server";

/** How an address says a filter. */
export function dutyQuery({ list, problemClass, unit, words }: DutyFilter): string {
  const given = Object.entries({ list, class: problemClass, unit, q: words }).filter(
    (entry): entry is [string, string] => Boolean(entry[1]),
  );
  return `?${new URLSearchParams(given)}`;
}

/** Reads a filter as an address says it. */
export function readDutyFilter(asked: URLSearchParams): DutyFilter {
  return {
    list: dutyLists.find((one) => one === asked.get("list")),
    problemClass: ruleCode().safeParse(asked.get("class")).data,
    unit: asked.get("unit")?.slice(0, 64) || undefined,
    words: asked.get("q")?.trim().slice(0, 100) || undefined,
  };
}

type FiltersProps = Pick<DutyPage, "units" | "counts"> & { filter: DutyFilter };

/** The lists with the number of their items, one of them or all. */
export function DutyLists({ filter, counts }: FiltersProps) {
  const { t } = useTranslation();
  const all = dutyLists.reduce((sum, list) => sum + counts[list], 0);
  const tab = (list: DutyFilter["list"], count: number) => (
    <li key={list ?? "all"}>
      <Link to={dutyQuery({ ...filter, list })} aria-current={filter.list === list ? "page" : undefined}>
        {list ? t(`duty.list.${list}`) : t("ui.filter.all")} <span className="muted num">{count}</span>
      </Link>
    </li>
  );
  return (
    <nav aria-label={t("duty.lists")}>
      <ul className="duty-lists">
        {tab(undefined, all)}
        {dutyLists.map((list) => tab(list, counts[list]))}
      </ul>
    </nav>
  );
}

function useChips(filter: DutyFilter, units: FiltersProps["units"]) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useCodeNames("classes");
  const unit = units.find((one) => one.slug === filter.unit);
  const { problemClass, words } = filter;
  const chip = (key: keyof DutyFilter, label: string, text: string) => ({
    key,
    text: `${label}: ${text}`,
    removeHref: dutyQuery({ ...filter, [key]: undefined }),
  });
  return [
    words && chip("words", t("duty.words"), words),
    problemClass && chip("problemClass", t("duty.field.problemClass"), nameOf(problemClass)),
    unit && chip("unit", t("duty.field.unitId"), named(unit.name, i18n.language)),
  ].filter((one) => one !== undefined && one !== "");
}

/** Searches the lists by words, class and unit. */
export function DutyFilters({ filter, units }: FiltersProps) {
  const { t } = useTranslation();
  const { codes, pathOf } = useCodeNames("classes");
  const chips = useChips(filter, units);
  return (
    <FilterSentence subject={t("duty.subject")} chips={chips} clearHref={dutyQuery({ list: filter.list })}>
      {filter.list && <input type="hidden" name="list" value={filter.list} />}
      <PlainText name="q" label={t("duty.words")} defaultValue={filter.words} />
      <FilterSelect
        name="class"
        label={t("duty.field.problemClass")}
        value={filter.problemClass}
        options={codes.map(({ code }) => ({ value: code, label: pathOf(code) }))}
      />
      <FilterUnit name="unit" label={t("duty.field.unitId")} value={filter.unit} units={units} />
    </FilterSentence>
  );
}
