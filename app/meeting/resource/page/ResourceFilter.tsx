import { resourcesAddress } from "~/address/resources";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { BrowseResources, ResourcesPage } from "~/meeting/resource/listResources.server";
import { suppliedKinds } from "~/meeting/resource/resource";
import { browsedStates } from "~/meeting/resource/resourceBrowse";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { type FilterChip, FilterSentence } from "~/ui/FilterSentence";
import { FilterSelect } from "~/ui/form/FilterSelect";
import { FilterUnit } from "~/unit/typing/FilterUnit";

type Asked = Omit<BrowseResources, "after">;

interface ResourceFilterProps {
  asked: Asked;
  units: ResourcesPage["units"];
  /** The address of the same list with other conditions. */
  address: (more: Partial<Record<keyof Asked, string | undefined>>) => string;
}

function useChips({ asked, units, address }: ResourceFilterProps): FilterChip[] {
  const { t, i18n } = useTranslation();
  const { kind } = useAmounts();
  const unit = units.find(({ slug }) => slug === asked.unit);
  const chips: FilterChip[] = [];
  if (asked.kind) {
    const text = t("resource.list.kind", { name: kind(asked.kind) });
    chips.push({ key: "kind", text, removeHref: address({ kind: undefined }) });
  }
  if (asked.state) {
    const text = t("resource.list.state", { name: t(`resource.state.${asked.state}`) });
    chips.push({ key: "state", text, removeHref: address({ state: undefined }) });
  }
  if (asked.unit) {
    const text = t("resource.list.unit", { name: unit ? named(unit.name, i18n.language) : asked.unit });
    chips.push({ key: "unit", text, removeHref: address({ unit: undefined }) });
  }
  return chips;
}

/** What the list shows, as a sentence, and what can be asked of it. */
export function ResourceFilter(props: ResourceFilterProps) {
  const { asked, units } = props;
  const { t } = useTranslation();
  const { kind } = useAmounts();
  const { show } = asked;
  const clear = show === "needs" ? resourcesAddress : `${resourcesAddress}?show=${show}`;
  return (
    <FilterSentence
      subject={t(show === "needs" ? "resource.list.subject" : "resource.list.subjectOffers")}
      chips={useChips(props)}
      clearHref={clear}
      action={resourcesAddress}
    >
      {show === "offers" && <input type="hidden" name="show" value={show} />}
      <FilterSelect
        name="kind"
        label={t("resource.field.kind")}
        value={asked.kind}
        options={suppliedKinds.map((value) => ({ value, label: kind(value) }))}
      />
      <FilterSelect
        name="state"
        label={t("resource.field.state")}
        value={asked.state}
        options={browsedStates[show].map((value) => ({ value, label: t(`resource.state.${value}`) }))}
      />
      <FilterUnit
        name="unit"
        label={t(show === "needs" ? "resource.field.owner" : "resource.field.unit")}
        value={asked.unit}
        units={units}
      />
    </FilterSentence>
  );
}
