import type { ReactNode } from "react";
import { useNames } from "~/i18n/useNames";
import { useTranslation } from "~/i18n/useTranslation";
import type { ResolutionKind } from "~/record/document/resolutionKind";
import type { ResourceKind } from "~/record/document/resourceKind";
import type { TopicKind } from "~/record/document/topics";
import { DateText } from "~/ui/DateText";
import { StateTag, type Tone } from "~/ui/StateTag";
import { DifferenceWords } from "./DifferenceWords";
import type { FieldDifference, Value } from "./fieldDifference";
import type { BlockDifference } from "./noteBlocks";
import type { Standing } from "./withdrawal";

/** A part of the record that stands by itself in a comparison. */
export interface DifferingThing {
  kind: "topic" | "notes" | "resolution";
  id: string;
}

/** What the page around a comparison adds to it. */
export interface DifferenceSurroundings {
  /** Units by which a resolution may be led. */
  units: readonly { id: string; zh: string; en: string }[];
  /** The instant the page was made. */
  now: string;
  /** What can be done about a thing. */
  acts?: (thing: DifferingThing) => ReactNode;
  /** Who changed a line of notes, or a field, where it is known. */
  byLine?: (topicId: string, line: BlockDifference) => ReactNode;
  byField?: (thing: DifferingThing, field: FieldDifference) => ReactNode;
}

const tones: Record<Exclude<Standing, "kept">, Tone> = {
  added: "good",
  returned: "good",
  withdrawn: "warn",
  missing: "warn",
};

/** What became of a thing as a whole. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  if (standing === "kept") return null;
  const shape = standing === "withdrawn" || standing === "missing" ? "dash" : undefined;
  return (
    <StateTag tone={tones[standing]} shape={shape}>
      {t(`history.standing.${standing}`)}
    </StateTag>
  );
}

/** A field's value as it reads. */
export function Shown({
  field,
  value,
  around,
}: {
  field: string;
  value: Value;
  around: DifferenceSurroundings;
}) {
  const { t } = useTranslation();
  const nameOf = useNames(around.units);
  const unitName = (id: string) => nameOf(id) || t("room.unknownUnit");
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0))
    return <span className="muted">{t("history.nothing")}</span>;
  if (Array.isArray(value)) return value.map(unitName).join(t("room.comma"));
  const text = String(value);
  if (field === "leadUnitId") return unitName(text);
  if (field === "dueDate" || field === "checkBackDate") return <DateText value={text} now={around.now} />;
  if (field === "resourceKind") return t(`room.resource.${text as ResourceKind}`);
  if (field === "resolvedAs") return t(`room.resolvedAs.${text as ResolutionKind}`);
  if (field === "kind") return t(`room.kind.${text as TopicKind}`);
  if (field === "minutesAllotted") return t("room.minutes", { minutes: text });
  return text;
}

/** A value that gave way to another. */
export function Change({ before, after }: { before: ReactNode; after: ReactNode }) {
  const { t } = useTranslation();
  return (
    <span className="diff-words">
      <del className="words-removed">
        <span className="visually-hidden">{t("history.mark.before")}</span>
        {before}
      </del>
      <span aria-hidden="true"> → </span>
      <ins className="words-added">
        <span className="visually-hidden">{t("history.mark.after")}</span>
        {after}
      </ins>
    </span>
  );
}

function Field({ field, around }: { field: FieldDifference; around: DifferenceSurroundings }) {
  if (field.kind === "words") return <DifferenceWords spans={field.spans} />;
  const show = (value: Value) => <Shown field={field.field} value={value} around={around} />;
  return <Change before={show(field.before)} after={show(field.after)} />;
}

/** The fields of a thing that differ. */
export function Fields(props: {
  fields: readonly FieldDifference[];
  thing: DifferingThing | null;
  around: DifferenceSurroundings;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { fields, thing, around, children } = props;
  if (fields.length === 0 && !children) return null;
  return (
    <dl className="diff-fields">
      {fields.map((field) => (
        <div key={field.field}>
          <dt>{t(`history.field.${field.field}`)}</dt>
          <dd>
            <Field field={field} around={around} />
            {thing && <span className="diff-note small muted">{around.byField?.(thing, field)}</span>}
          </dd>
        </div>
      ))}
      {children}
    </dl>
  );
}
