import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type FilterChip, FilterSentence } from "~/ui/FilterSentence";
import { FilterSelect } from "~/ui/form/FilterSelect";
import { useVerbName } from "./LedgerList";
import type { LedgerFilter, LedgerPage } from "./listLedger.server";

/** The address of the ledger under some conditions. */
export function ledgerAddress({ kind, id, verb, personId, before, after }: LedgerFilter): string {
  const given = Object.entries({ kind, id, verb, person: personId, before, after }).flatMap(
    ([name, value]) => (value === undefined || value === "" ? [] : [[name, String(value)]]),
  );
  return `?${new URLSearchParams(given)}`;
}

/** The conditions of the ledger's page, as a sentence and as a form. */
export function LedgerFilters({ filter, page }: { filter: LedgerFilter; page: LedgerPage }) {
  const { t, hasText, textsUnder, i18n } = useTranslation();
  const verbName = useVerbName();
  const kindName = (of: string) => {
    const key = `ledger.kind.${of}`;
    return hasText(key) ? t(key) : of;
  };
  const verbs = textsUnder("ledger.verb");
  const { kind, id, verb, personId } = filter;
  const kept = { kind, id, verb, personId };
  const someone = page.people.find((person) => person.id === personId);
  const condition = (key: string, label: string, text: string, removed: LedgerFilter): FilterChip => ({
    key,
    text: `${label}: ${text}`,
    removeHref: ledgerAddress({ ...kept, ...removed }),
  });
  const chips = [
    kind && !id && condition("kind", t("ledger.filter.kind"), kindName(kind), { kind: undefined }),
    id &&
      condition("thing", t("ledger.filter.thing"), page.subject ? named(page.subject, i18n.language) : id, {
        kind: undefined,
        id: undefined,
      }),
    verb &&
      condition("verb", t("ledger.filter.verb"), verbName(verb), {
        verb: undefined,
      }),
    personId &&
      condition("person", t("ledger.filter.person"), someone?.name ?? personId, { personId: undefined }),
  ].filter((chip): chip is FilterChip => typeof chip === "object");
  return (
    <FilterSentence subject={t("ledger.subject")} chips={chips} clearHref="?">
      <FilterSelect
        name="kind"
        label={t("ledger.filter.kind")}
        value={kind}
        options={textsUnder("ledger.kind")
          .filter((value) => value !== "day")
          .map((value) => ({ value, label: kindName(value) }))}
      />
      <FilterSelect
        name="verb"
        label={t("ledger.filter.verb")}
        value={verb}
        options={textsUnder("ledger.room").flatMap((room) =>
          verbs
            .filter((one) => one.startsWith(`${room}.`))
            .map((value) => ({ value, label: verbName(value), group: t(`ledger.room.${room}`) })),
        )}
      />
      <FilterSelect
        name="person"
        label={t("ledger.filter.person")}
        value={personId}
        options={page.people.map((person) => ({ value: person.id, label: person.name }))}
      />
    </FilterSentence>
  );
}
