import { problemsAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { placeStates } from "~/problem/listing";
import { type FilterChip, FilterSentence } from "~/ui/FilterSentence";
import { FilterSelect } from "~/ui/form/FilterSelect";
import { PlainText } from "~/ui/form/PlainText";
import type { BrowseInput } from "./browseForm";

interface BrowseFilterProps {
  asked: Omit<BrowseInput, "after" | "before">;
  streets: readonly { slug: string; name: { zh: string; en: string } }[];
  /** The address of the same list with other conditions. */
  address: (more: Record<string, string | undefined>) => string;
}

function useChips({ asked, streets, address }: BrowseFilterProps): FilterChip[] {
  const { t, i18n } = useTranslation();
  const { nameOf } = useCodeNames("classes");
  const street = streets.find((one) => one.slug === asked.street);
  const chips: (FilterChip | false | undefined)[] = [
    street && {
      key: "street",
      text: t("problem.browse.street", { name: named(street.name, i18n.language) }),
      removeHref: address({ street: undefined }),
    },
    asked.problemClass !== undefined && {
      key: "class",
      text: t("problem.browse.problemClass", { name: nameOf(asked.problemClass) }),
      removeHref: address({ problemClass: undefined }),
    },
    asked.state && {
      key: "state",
      text: t("problem.browse.state", { name: t(`problem.state.${asked.state}`) }),
      removeHref: address({ state: undefined }),
    },
    asked.q
      ? {
          key: "q",
          text: t("problem.browse.words", { words: asked.q }),
          removeHref: address({ q: undefined }),
        }
      : undefined,
  ];
  return chips.filter((chip) => chip !== undefined && chip !== false);
}

/** What the list of problems shows, as a sentence, and what can be asked of it. */
export function BrowseFilter(props: BrowseFilterProps) {
  const { asked, streets } = props;
  const { t, i18n } = useTranslation();
  const { codes, pathOf } = useCodeNames("classes");
  const choices = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <FilterSentence
      subject={t("problem.browse.subject")}
      chips={useChips(props)}
      clearHref={problemsAddress}
      action={problemsAddress}
    >
      <FilterSelect
        name="street"
        label={t("problem.field.street")}
        value={asked.street}
        options={streets.map((one) => ({ value: one.slug, label: named(one.name, i18n.language) }))}
      />
      <FilterSelect
        name="problemClass"
        label={t("problem.field.problemClass")}
        value={asked.problemClass}
        options={codes.map(({ code }) => ({ value: code, label: pathOf(code) }))}
      />
      <FilterSelect
        name="state"
        label={t("problem.field.state")}
        value={asked.state}
        options={choices(placeStates, (value) => t(`problem.state.${value}`))}
      />
      <PlainText
        name="q"
        label={t("problem.browse.searchWords")}
        defaultValue={asked.q}
        key={asked.q}
        optional={false}
      />
    </FilterSentence>
  );
}
