import { Link, useActionData } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import type { FieldPlace, FieldValue } from "~/record/document/fieldPlace";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Shape } from "~/ui/Shape";
import type { RefusedForm } from "~/ui/typed";
import { SettleWords, useFieldWords, useHandName, usePlaceWords } from "./OverwrittenWords";
import { type NamedEntries, type OverwrittenLine, placeNames } from "./overwritten";
import "./overwritten.css";

/** Props of {@link OverwrittenStrip}. */
export interface OverwrittenStripProps {
  lines: readonly OverwrittenLine[];
  /** The record as the page has it. */
  record: NamedEntries;
  /** What stands in a field now. */
  now: (place: FieldPlace) => FieldValue | null;
  unitName: (id: string) => string;
  slug: string;
}

// The page is for writing: what is more stands in the history.
const most = 3;

/** Tells somebody in the room, at once, that words of theirs were overwritten, and gives them back in one step. */
export function OverwrittenStrip({ lines, record, now, unitName, slug }: OverwrittenStripProps) {
  const { t } = useTranslation();
  const wordsOf = useFieldWords(unitName);
  const placeWords = usePlaceWords();
  const handName = useHandName();
  const answer = useActionData() as Partial<RefusedForm> | null | undefined;
  if (lines.length === 0) return null;
  function whatHappened(
    { place, over }: OverwrittenLine,
    words: string,
    standing: FieldValue | null,
  ): string {
    if (place.kind === "cells") return t("overwritten.mineTaken", { words, over: handName(over) });
    if (standing === null && over === null) return t("overwritten.mineGone", { words });
    return t("overwritten.mine", { words, over: handName(over) });
  }
  return (
    <section className="overwritten tone-warn" aria-label={t("overwritten.strip")} role="status">
      {answer?.refusal && answer.typed?.wordsId && (
        <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} values={answer.refusal.values} />
      )}
      <ul>
        {lines.slice(0, most).map((line) => {
          const words = wordsOf(line.place, line.value);
          const standing = now(line.place);
          return (
            <li key={line.id}>
              <Shape name="triangle" />
              <p>
                {whatHappened(line, words, standing)}
                {t("overwritten.at", { place: placeWords(line, placeNames(record, line)) })}{" "}
                {standing !== null && (
                  <span className="muted">
                    {t("overwritten.now", { now: wordsOf(line.place, standing) })}
                  </span>
                )}
              </p>
              <SettleWords line={line} action={meetingAddress({ slug }, "room")} />
            </li>
          );
        })}
      </ul>
      {lines.length > most && (
        <Link to={`${meetingAddress({ slug }, "history")}#overwritten`}>
          {t("overwritten.more", { count: lines.length - most })}
        </Link>
      )}
    </section>
  );
}
