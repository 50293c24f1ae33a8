import { meetingAddress } from "~/address/meetings";
import { useNames } from "~/i18n/useNames";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { StateTag, type Tone } from "~/ui/StateTag";
import { SettleWords, useFieldWords, useHandName, usePlaceWords } from "./OverwrittenWords";
import { type OverwrittenLine, type OverwrittenPage, type OverwrittenState, placeNames } from "./overwritten";
import "./overwritten.css";

const tones: Record<OverwrittenState, Tone> = { waiting: "warn", putBack: "good", letGo: "neutral" };

function Line({ line, page }: { line: OverwrittenLine; page: OverwrittenPage }) {
  const { t } = useTranslation();
  const wordsOf = useFieldWords(useNames(page.units));
  const placeWords = usePlaceWords();
  const handName = useHandName();
  const writer = handName(line.writer);
  return (
    <li>
      <div>
        <p className="small muted">
          <DateText value={line.at} now={page.now} withTime /> ·{" "}
          {placeWords(line, placeNames(page.entries, line))}
        </p>
        <p className="overwritten-text">{wordsOf(line.place, line.value, Number.POSITIVE_INFINITY)}</p>
        <p className="small muted">
          <StateTag tone={tones[line.state]}>{t(`overwritten.state.${line.state}`)}</StateTag>{" "}
          {line.over
            ? t(line.place.kind === "cells" ? "overwritten.whoTaken" : "overwritten.who", {
                writer,
                over: handName(line.over),
              })
            : t("overwritten.whoGone", { writer })}
        </p>
      </div>
      <SettleWords line={line} action={meetingAddress({ slug: page.slug }, "history")} />
    </li>
  );
}

/** All words of a record that were overwritten unseen: whose they were, where, and what became of them. */
export function OverwrittenList({ page }: { page: OverwrittenPage }) {
  const { t } = useTranslation();
  const { lines, notKept } = page;
  if (lines.length === 0 && notKept === 0) return null;
  return (
    <section className="section" id="overwritten" aria-labelledby="overwritten-title">
      <h2 id="overwritten-title">{t("overwritten.title")}</h2>
      <p className="small muted">{t("overwritten.hint")}</p>
      <ul className="divided overwritten-list">
        {lines.map((line) => (
          <Line key={line.id} line={line} page={page} />
        ))}
      </ul>
      {notKept > 0 && <p className="small muted">{t("overwritten.notKept", { count: notKept })}</p>}
    </section>
  );
}
