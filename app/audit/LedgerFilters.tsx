import { useTranslation } from "react-i18next";
import { named } from "~/i18n/language";
import { FilterSelect } from "~/ui/FilterSelect";
import { type FilterChip, FilterSentence } from "~/ui/FilterSentence";
import type { LedgerFilter, LedgerPage } from "./listLedger.server";

/** The address of the ledger under some conditions. */
export function ledgerAddress({ kind, id, verb, personId, before, after }: LedgerFilter): string {
  const given = Object.entries({ kind, id, verb, person: personId, before, after }).flatMap(
    ([name, value]) => (value === undefined || value === "" ? [] : [[name, String(value)]]),
  );
  return `?${new URLSearchParams(given)}`;
}

// Read as whole branches of the texts: everything there is to choose among.
const branches = { kind: "ledger.kind", verb: "ledger.verb" };

/** The conditions of the ledger's page, as a sentence and as a form. */
export function LedgerFilters({ filter, page }: { filter: LedgerFilter; page: LedgerPage }) {
  const { t, i18n } = useTranslation();
  const kinds = t(branches.kind, { returnObjects: true }) as unknown as Record<string, string>;
  const verbs = t(branches.verb, { returnObjects: true }) as unknown as Record<
    string,
    Record<string, string>
  >;
  const { kind, id, verb, personId } = filter;
  const kept = { kind, id, verb, personId };
  const someone = page.people.find((person) => person.id === personId);
  const condition = (key: string, label: string, text: string, removed: LedgerFilter): FilterChip => ({
    key,
    text: `${label}: ${text}`,
    removeHref: ledgerAddress({ ...kept, ...removed }),
  });
  const chips = [
    kind && !id && condition("kind", t("ledger.filter.kind"), kinds[kind] ?? kind, { kind: undefined }),
    id &&
      condition("thing", t("ledger.filter.thing"), page.subject ? named(page.subject, i18n.language) : id, {
        kind: undefined,
        id: undefined,
      }),
    verb &&
      condition("verb", t("ledger.filter.verb"), t([`ledger.verb.${verb}`, "ledger.unknownVerb"], { verb }), {
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
        options={Object.entries(kinds)
          .filter(([value]) => value !== "day")
          .map(([value, label]) => ({ value, label }))}
      />
      <FilterSelect
        name="verb"
        label={t("ledger.filter.verb")}
        value={verb}
        options={Object.entries(verbs).flatMap(([room, inside]) =>
          Object.entries(inside).map(([name, label]) => ({
            value: `${room}.${name}`,
            label,
            group: t(`ledger.room.${room}`),
          })),
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
