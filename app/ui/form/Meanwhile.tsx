import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import {
  type FieldValue,
  type FieldValues,
  fieldsApart,
  isSame,
  meanwhileField,
  readSeen,
  type ShownState,
  seenField,
  type Touch,
  takeField,
} from "~/ledger/meanwhile";
import { DateText } from "~/ui/DateText";
import { fillIn } from "~/ui/fillIn";
import { aboutEvent } from "~/ui/formWords";
import { Shape } from "~/ui/Shape";

/** What an address answered to a form about something that may have changed meanwhile. */
export interface OvertakenAnswer {
  refusal?: { code: string; touched?: Record<string, Touch> };
  typed?: Record<string, string>;
  meanwhile?: { seen: FieldValues; mine: FieldValues };
}

/** Props of {@link Meanwhile}. */
export interface MeanwhileProps {
  /** The thing as it stands, with what the fields of the form would show of it. */
  now: ShownState;
  labels: Record<string, string>;
  /** Says what a field holds where that is no text of its own, such as the id of a unit. */
  say?: (name: string, value: string) => string;
  /** What was answered to this form; left out where it has not been sent, or another one was. */
  answer?: OvertakenAnswer;
  /** What else stands there now that is no field, such as which of several buttons was pressed. */
  children?: ReactNode;
}

const overtakenCode = "changedMeanwhile";

/** Whether a form comes back because the thing has changed since it was shown. */
export const isOvertaken = (answer: OvertakenAnswer | undefined): boolean =>
  answer?.refusal?.code === overtakenCode && answer.meanwhile !== undefined;

/**
 * Stands in every form that changes something with a version. It sends the state that was shown; once that is
 * overtaken it shows field by field what stands there now beside what was typed, and lets one decide. The next press
 * is about the newer state, and only then.
 */
export function Meanwhile(props: MeanwhileProps) {
  const { now, answer } = props;
  // The page may learn of a newer state while somebody writes: the form is still about the one it was shown with.
  const [first, setFirst] = useState(now);
  const hidden = useRef<HTMLInputElement>(null);
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    const form = hidden.current?.form;
    // Words that were kept are about the state that they were typed into.
    const onAbout = (event: Event) => {
      const { version, [seenField]: values } = (event as CustomEvent<Record<string, string>>).detail;
      if (version && values) setFirst({ version: Number(version), values: readSeen(values) });
    };
    const onReset = () => setFirst(latest.current);
    form?.addEventListener(aboutEvent, onAbout);
    form?.addEventListener("reset", onReset);
    return () => {
      form?.removeEventListener(aboutEvent, onAbout);
      form?.removeEventListener("reset", onReset);
    };
  }, []);
  const seen = answer?.meanwhile?.seen ?? first.values;
  const version = answer?.typed?.version ?? String(first.version);
  return (
    <>
      <input type="hidden" name="version" value={version} ref={hidden} />
      <input type="hidden" name={seenField} value={JSON.stringify(seen)} />
      {answer?.meanwhile && isOvertaken(answer) && (
        <Overtaken {...props} seen={seen} mine={answer.meanwhile.mine} touched={answer.refusal?.touched} />
      )}
    </>
  );
}

interface OvertakenProps extends MeanwhileProps {
  seen: FieldValues;
  mine: FieldValues;
  touched?: Record<string, Touch>;
}

function Overtaken(props: OvertakenProps) {
  const { now, seen, mine, children } = props;
  const { t } = useTranslation();
  const apart = fieldsApart(seen, now.values, mine);
  const notice = useRef<HTMLElement>(null);
  // The form was sent from its foot: what it says now stands at its head.
  useEffect(() => notice.current?.focus(), []);
  return (
    <section className="notice tone-warn meanwhile" role="alert" tabIndex={-1} ref={notice}>
      <p className="notice-mark">
        <Shape name="half" />
        <span>{t("ui.meanwhile.title")}</span>
      </p>
      <div className="notice-body stack-tight">
        <p>{t(apart.length > 0 ? "ui.meanwhile.decide" : "ui.meanwhile.elsewhere")}</p>
        {children}
        {apart.map((name) => (
          <FieldChoice key={`${name} ${JSON.stringify(now.values[name])}`} {...props} name={name} />
        ))}
      </div>
      <input type="hidden" name={meanwhileField} value={JSON.stringify(now)} />
    </section>
  );
}

type Whose = "theirs" | "mine";

/** Writes into the field whose words were chosen; what is typed into it afterwards is one's own. */
function useChoice(set: RefObject<HTMLFieldSetElement>, name: string) {
  useEffect(() => {
    const form = set.current?.form;
    function onInput({ target, isTrusted }: Event) {
      if (!isTrusted || !(target instanceof Element) || target.getAttribute("name") !== name) return;
      const own = set.current?.querySelector<HTMLInputElement>("input[value='mine']");
      if (own) own.checked = true;
    }
    form?.addEventListener("input", onInput);
    return () => form?.removeEventListener("input", onInput);
  }, [set, name]);
  return (value: FieldValue) => {
    if (set.current?.form) fillIn(set.current.form, name, [value].flat());
  };
}

function FieldChoice({ name, now, seen, mine, labels, say, touched }: OvertakenProps & { name: string }) {
  const { t } = useTranslation();
  const set = useRef<HTMLFieldSetElement>(null);
  const write = useChoice(set, name);
  const values: Record<Whose, FieldValue> = { theirs: now.values[name]!, mine: mine[name] ?? "" };
  // Who has written nothing there loses nothing by what the others wrote.
  const settled = isSame(seen[name], mine[name]);
  const words = (value: FieldValue) =>
    [value]
      .flat()
      .map((one) => say?.(name, one) ?? one)
      .filter(Boolean)
      .join(t("ui.meanwhile.and")) || t("ui.meanwhile.empty");
  const touch = touched?.[name];
  return (
    <fieldset className="meanwhile-field" ref={set}>
      <legend>{labels[name] ?? name}</legend>
      {(["theirs", "mine"] as const).map((whose) => (
        <label key={whose} className="meanwhile-choice">
          <input
            type="radio"
            name={takeField(name)}
            value={whose}
            defaultChecked={settled && whose === "theirs"}
            onChange={() => write(values[whose])}
            required
          />
          <span>
            <strong>{t(`ui.meanwhile.${whose}`)}</strong>
            {whose === "theirs" && touch && (
              <span className="muted small">
                {" "}
                {touch.by ?? t("ui.meanwhile.system")} <DateText value={touch.at} now={touch.at} withTime />
              </span>
            )}
            <span className="as-written">{words(values[whose])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
