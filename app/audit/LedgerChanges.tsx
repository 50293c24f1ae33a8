import { Fragment } from "react";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { isSealed, type Sealed } from "~/ledger/sealed";
import { useErasedPlace } from "~/problem/useErasedPlace";
import { useRuleName } from "~/rules/useRuleName";
import { DateText } from "~/ui/DateText";
import { identifiersIn } from "./difference";
import type { LedgerLine, Said } from "./listLedger.server";
import "./ledger.css";

type Change = LedgerLine["changes"][number];

// Words for what is booked as a code, by the kind of thing and the path in it.
const wordsFor: Record<string, string> = {
  "day.stage": "plan.stage",
  "day.step": "plan.deviation",
  "day.label": "history.label",
  "meeting.kind": "meeting.kind",
  "meeting.stage": "plan.stage",
  "meeting.step": "plan.deviation",
  "meeting.label": "history.label",
  "calendar.kind": "planning.declared",
  "calendar.holiday": "planning.holiday",
  "plan.state": "plan.state",
  "list.state": "problem.listState",
  "listing.state": "problem.state",
  "listing.outcome": "admission.result",
  "problem.askedBy": "erasure.asker",
  "duty.list": "duty.list",
  "attendance.state": "session.attendance",
  "attendance.invitation": "session.invitation",
  "topic.outcome": "session.outcome",
  "topic.kind": "session.kind",
  "ruleProposal.state": "rules.proposal.state",
  "ruleFeedback.decision": "rules.decision",
  "task.state": "task.state",
  "task.statement": "task.statement",
  "unit.kind": "unit.kind",
  "post.role": "unit.role",
};

// Codes of the rules, by the kind of thing and the path in it: the list they stand in.
const codesIn: Record<string, string> = {
  "listing.decisionCode": "refusalReasons",
  "listing.test": "tests",
  "list.returnCode": "returnReasons",
  "problem.problemClass": "classes",
  "duty.problemClass": "classes",
};

const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const instant = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;

/** A part of the record as it is booked, such as `topic/` and the title of it where the database knows one. */
function Part({ text }: { text: string }) {
  const { t, hasText } = useTranslation();
  const [kind, ...rest] = text.split("/");
  const title = rest.join("/");
  const isTitled = (kind === "topic" || kind === "notes") && identifiersIn(title).length === 0;
  if (isTitled) return t(`ledger.partOf.${kind}`, { title });
  const key = `ledger.part.${kind}`;
  return hasText(key) ? t(key) : text;
}

interface Place {
  /** Of the thing that changed. */
  kind: string;
  path: string;
  now: string;
}

/** Stands for a text that the ledger does not keep: two that begin alike are the same text. */
function SealedText({ sealed, length }: Sealed) {
  const { t } = useTranslation();
  return (
    <span className="ledger-sealed" title={t("ledger.sealedWhole", { digest: sealed })}>
      {t("ledger.sealed", { number: length, digest: sealed.slice(0, 8) })}
    </span>
  );
}

function Written({ value, kind, path, now }: Place & { value: Said }) {
  const { t, hasText, i18n } = useTranslation();
  const placeName = useErasedPlace();
  const codes = codesIn[`${kind}.${path}`];
  const { nameOf } = useCodeNames(codes ?? "");
  const ruleName = useRuleName();
  if (isSealed(value)) return <SealedText {...value} />;
  const text = named(value, i18n.language);
  if (codes) return nameOf(text);
  if (kind === "ruleFeedback" && path === "rule") return ruleName(text).label;
  const words = wordsFor[`${kind}.${path}`];
  const key = `${words}.${text}`;
  if (words) return hasText(key) ? t(key) : text;
  if (path === "parts") return <Part text={text} />;
  if (path === "erased") return placeName(text);
  if (path === "entries") return t("ledger.number", { number: text.split(":")[0] });
  if (month.test(text)) return writtenMonth(text, i18n.language, true);
  return instant.test(text) ? <DateText value={text} now={now} withTime /> : text;
}

function List({ values, ...place }: Place & { values: Said[] }) {
  const { t } = useTranslation();
  return values.map((value, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is booked does not change
    <Fragment key={at}>
      {at > 0 && t("ledger.comma")}
      <Written value={value} {...place} />
    </Fragment>
  ));
}

function Values({ change, kind, now }: { change: Change; kind: string; now: string }) {
  const { t } = useTranslation();
  const { before, after, path } = change;
  return (
    <>
      {before && (
        <del>
          <span className="visually-hidden">{t("ledger.before")} </span>
          <List values={before} kind={kind} path={path} now={now} />
        </del>
      )}
      {before && after && <span aria-hidden="true"> → </span>}
      {after && (
        <ins>
          {before && <span className="visually-hidden">{t("ledger.after")} </span>}
          <List values={after} kind={kind} path={path} now={now} />
        </ins>
      )}
    </>
  );
}

interface Shown {
  changes: Change[];
  /** Of the thing that changed. */
  kind: string;
  now: string;
}

function Fields({ changes, kind, now }: Shown) {
  const { t, hasText } = useTranslation();
  const listName = (rest: string) => {
    const [list, code] = rest.split(".");
    const key = `rules.list.${list}`;
    return hasText(key) ? t("ui.path", { above: t(key), name: code }) : rest;
  };
  const nameOf = (path: string) => {
    if (path.startsWith("rules.lists.")) return listName(path.slice("rules.lists.".length));
    const key = path.startsWith("rules.")
      ? `plan.rules.field.${path.slice("rules.".length)}`
      : `ledger.field.${path}`;
    return hasText(key) ? t(key) : path;
  };
  return (
    <dl className="ledger-changes">
      {changes.map((change) => (
        <div key={change.path}>
          <dt>{nameOf(change.path)}</dt>
          <dd>
            <Values change={change} kind={kind} now={now} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const inSight = 5;

/**
 * What an event changed, field by field. What it made anew is folded away: it says little that the thing
 * itself does not say.
 */
export function LedgerChanges({ changes, ...about }: Shown) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  const changed = changes.filter((change) => change.before);
  const made = changes.filter((change) => !change.before);
  if (changes.length <= inSight && changed.length > 0) return <Fields changes={changes} {...about} />;
  return (
    <>
      {changed.length > 0 && <Fields changes={changed} {...about} />}
      {made.length > 0 && (
        <details className="ledger-many">
          <summary>{t("ledger.content", { number: made.length })}</summary>
          <Fields changes={made} {...about} />
        </details>
      )}
    </>
  );
}
