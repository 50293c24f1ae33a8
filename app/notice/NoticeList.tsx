import { Link, useSubmit } from "@remix-run/react";
import { noticesAddress } from "~/address/desk";
import { isNamedByMonth } from "~/address/meetings";
import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import type { NoticeLine } from "./showNotices.server";
import "./notice.css";

/** Notices, newest first: what happened, when, why one is told, and the way to it. */
export function NoticeList({ lines, now }: { lines: readonly NoticeLine[]; now: string }) {
  return (
    <ul className="divided">
      {lines.map((line) => (
        <NoticeItem key={line.id} line={line} now={now} />
      ))}
    </ul>
  );
}

function NoticeItem({ line, now }: { line: NoticeLine; now: string }) {
  const { t } = useTranslation();
  const submit = useSubmit();
  const sentence = useSentence(line);
  const { id, read, thing, at, why, reason } = line;
  // Whoever goes to the thing has read it; without script, the button says so.
  const markOnTheWay = () => {
    if (read) return;
    const form = { intent: "read", id, stay: "1" };
    submit(form, { method: "post", action: noticesAddress, navigate: false, fetcherKey: id });
  };
  return (
    <li className="told-line" data-unread={read ? undefined : ""}>
      <div className="told-what">
        <p>
          {!read && (
            <StateTag tone="info" shape="disc">
              {t("notice.unread")}
            </StateTag>
          )}{" "}
          {thing ? (
            <Link className="told-link" to={thing.to} onClick={markOnTheWay}>
              {sentence}
            </Link>
          ) : (
            sentence
          )}
        </p>
        {reason && <p className="as-written">{t("notice.reason", { reason })}</p>}
        <p className="small muted">
          <DateText value={at} now={now} withTime /> · {t(`notice.why.${why}`)}
        </p>
      </div>
      {!read && (
        <OnceForm preventScrollReset>
          <input type="hidden" name="id" value={id} />
          <Button variant="quiet" size="small" name="intent" value="read">
            {t("notice.markRead")}
            <span className="visually-hidden"> {sentence}</span>
          </Button>
        </OnceForm>
      )}
    </li>
  );
}

const saysDay: ReadonlySet<string> = new Set(["meetingPostponed", "meetingPutBack"]);

function useSentence({ kind, why, details, thing }: NoticeLine): string {
  const { t, hasText, i18n } = useTranslation();
  const { language } = i18n;
  const meetingName = useMeetingName();
  if (!thing) return t("notice.gone", { what: t(`notice.kind.${kind}`) });
  const { meeting: at } = thing;
  // The name of a meeting says its day, and here the sentence does.
  const titled = at && saysDay.has(kind) && !isNamedByMonth(at.slug);
  const meeting = at ? (titled ? at.title : meetingName(at)) : "";
  const { decision, dueDate = thing.dueDate, from, until } = details as Record<string, string | undefined>;
  const told = `notice.sentence.${kind}${decision ? `.${decision}` : ""}`;
  // Some sentences are not the same for everybody who is told.
  const key = hasText(`${told}.${why}`) ? `${told}.${why}` : told;
  // Of a decision that is not known any more it is said that there was one.
  if (!hasText(key)) return t("notice.gone", { what: t(`notice.kind.${kind}`) });
  return t(key, {
    number: thing.number,
    title: thing.title ?? (thing.name && named(thing.name, language)),
    from: from && writtenDay(from, language),
    until: until && writtenDay(until, language),
    meeting,
    due: dueDate && writtenDay(dueDate, language),
    held: at && [writtenDay(at.date, language), thing.startsAt, thing.place].filter(Boolean).join(" "),
    times: details.times,
  });
}
