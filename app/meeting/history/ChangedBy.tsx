import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import type { Contributor, NamedHands } from "./contributors";
import { useContributorName } from "./TextByAuthor";

/** Props of {@link ChangedBy}. */
export interface ChangedByProps {
  hands: NamedHands | undefined;
  people: readonly Contributor[];
  now: string;
}

/** Who made a change and when: who deleted, who wrote. */
export function ChangedBy({ hands, people, now }: ChangedByProps) {
  const { t } = useTranslation();
  const nameOf = useContributorName(people);
  if (!hands) return null;
  const parts = (["removed", "added"] as const).filter((kind) => hands[kind].length > 0);
  return parts.map((kind) => (
    <span key={kind} className="changed-by">
      {t(`history.by.${kind}`)}{" "}
      {hands[kind].map(({ who, at }, place) => (
        <span key={`${who} ${at}`}>
          {place > 0 && t("history.comma")}
          {nameOf(who)} <DateText value={at} now={now} withTime />
        </span>
      ))}
    </span>
  ));
}
