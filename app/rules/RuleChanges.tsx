import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { type EntryChange, type FieldChange, isSame, type RuleDifference } from "./ruleDifference";
import { useRuleName } from "./useRuleName";
import "./rules.css";

function Old({ text }: { text: string | number }) {
  const { t } = useTranslation();
  return (
    <del>
      <span className="visually-hidden">{t("ledger.before")} </span>
      {text}
    </del>
  );
}

function New({ text }: { text: string | number }) {
  const { t } = useTranslation();
  return (
    <ins>
      <span className="visually-hidden">{t("ledger.after")} </span>
      {text}
    </ins>
  );
}

function OldAndNew({ before, after }: { before: string | number; after: string | number }) {
  return (
    <>
      {before !== "" && <Old text={before} />}
      {before !== "" && after !== "" && <span aria-hidden="true"> → </span>}
      {after !== "" && <New text={after} />}
    </>
  );
}

/** Says what a field holds in words: a class and a way to compute are booked as codes. */
function useFieldWords() {
  const { t, hasText } = useTranslation();
  const { nameOf } = useCodeNames("classes");
  return (field: FieldChange["field"], text: string) => {
    if (text === "") return "";
    if (field === "parent") return nameOf(text);
    const key = `rules.computes.${text}`;
    return field === "computes" && hasText(key) ? t(key) : text;
  };
}

function Entry({ change }: { change: EntryChange }) {
  const { t } = useTranslation();
  const say = useFieldWords();
  const { list, code, what, fields } = change;
  return (
    <div>
      <dt>
        {t(`rules.list.${list}`)} <span className="num muted">{code}</span>{" "}
        {what !== "changed" && <strong>{t(`rules.change.${what}`)}</strong>}
      </dt>
      <dd>
        {fields.map(({ field, before, after }) => (
          <p key={field}>
            <span className="small muted">{t(`rules.field.${field}`)}</span>{" "}
            <OldAndNew before={say(field, before)} after={say(field, after)} />
          </p>
        ))}
      </dd>
    </div>
  );
}

/** What one version of the rules says otherwise than another, field by field: old and new. */
export function RuleChanges({ difference }: { difference: RuleDifference }) {
  const { t } = useTranslation();
  const nameOf = useRuleName();
  if (isSame(difference)) return <p className="muted">{t("rules.change.none")}</p>;
  return (
    <dl className="rule-facts rule-changes">
      {difference.numbers.map(({ group, key, before, after }) => {
        const { label, group: groupName } = nameOf(`${group}.${key}`);
        return (
          <div key={`${group}.${key}`}>
            <dt>
              {label} <span className="small muted">{groupName}</span>
            </dt>
            <dd className="num">
              <OldAndNew before={before} after={after} />
            </dd>
          </div>
        );
      })}
      {difference.entries.map((change) => (
        <Entry key={`${change.list} ${change.code}`} change={change} />
      ))}
    </dl>
  );
}
