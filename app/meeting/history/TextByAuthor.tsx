import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import type { Contributor, WrittenLine, WrittenPart } from "./contributors";
import { useMomentName } from "./useVersionName";

/** Name and unit of a contributor by their number. */
export function useContributorName(contributors: readonly Contributor[]): (who: number | null) => string {
  const { t, i18n } = useTranslation();
  return (who) => {
    const found = who === null ? undefined : contributors[who];
    if (!found) return t("history.writers.unknown");
    if (found.name === null) return t("history.writers.platform");
    return [found.name, found.unit && named(found.unit, i18n.language)].filter(Boolean).join(" · ");
  };
}

/** Props of {@link WrittenText}. */
export interface WrittenTextProps {
  block?: WrittenLine["block"];
  parts: readonly WrittenPart[];
  contributors: readonly Contributor[];
  now: string;
}

/** Who wrote in a text, each once, with when they began and ended. */
function handsOf(parts: readonly WrittenPart[]) {
  const hands = new Map<number | null, { first: string | null; last: string | null }>();
  for (const { who, at } of parts) {
    const hand = hands.get(who);
    if (!hand) hands.set(who, { first: at, last: at });
    else if (at !== null) {
      if (hand.first === null || at < hand.first) hand.first = at;
      if (hand.last === null || at > hand.last) hand.last = at;
    }
  }
  return [...hands].map(([who, hand]) => ({ who, ...hand }));
}

const minuteOf = (at: string | null) => at?.slice(0, 16);

function Marked({ part, showsMark, title }: { part: WrittenPart; showsMark: boolean; title: string }) {
  return (
    <span className="written-part" data-who={part.who === null ? undefined : part.who % 6} title={title}>
      {showsMark && part.who !== null && (
        <sup className="writer-number num" aria-hidden="true">
          {part.who + 1}
        </sup>
      )}
      {part.text.replaceAll("\t", " │ ")}
    </span>
  );
}

function Detail({ parts, contributors, now }: Omit<WrittenTextProps, "block">) {
  const nameOf = useContributorName(contributors);
  return (
    <ol className="written-detail small">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other names
        <li key={at}>
          <span className="written-when">
            {part.at && <DateText value={part.at} now={now} withTime />} {nameOf(part.who)}
          </span>
          <q>{part.text.replaceAll("\t", " │ ")}</q>
        </li>
      ))}
    </ol>
  );
}

/** A line of text with the hands in it: whose each part is, and opened, part by part with its time. */
export function WrittenText({ block, parts, contributors, now }: WrittenTextProps) {
  const nameOf = useContributorName(contributors);
  const momentName = useMomentName();
  const hands = handsOf(parts);
  if (parts.length === 0) return null;
  return (
    <details
      className={`written block-${block?.kind ?? "paragraph"}`}
      data-hands={hands.length}
      data-depth={block?.depth || undefined}
    >
      <summary>
        <span className="diff-text">
          {block?.kind === "item" && <span aria-hidden="true">• </span>}
          {parts.map((part, at) => (
            <Marked
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other names
              key={at}
              part={part}
              showsMark={hands.length > 1}
              title={[nameOf(part.who), part.at && momentName(part.at)].filter(Boolean).join(" ")}
            />
          ))}
        </span>
        <span className="written-by small muted">
          {hands.map(({ who, first, last }) => (
            <span key={who}>
              {nameOf(who)} {first && <DateText value={first} now={now} withTime />}
              {last && minuteOf(last) !== minuteOf(first) && (
                <>
                  {" – "}
                  <DateText value={last} now={now} withTime />
                </>
              )}
            </span>
          ))}
        </span>
      </summary>
      <Detail parts={parts} contributors={contributors} now={now} />
    </details>
  );
}
