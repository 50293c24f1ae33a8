import type { FieldMetadata } from "@conform-to/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateField } from "~/ui/form/DateField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import type { PostHeld } from "~/unit/postsHeld.server";

/** Props of {@link ArrangementFields}. */
export interface ArrangementFieldsProps {
  fields: Record<
    "title" | "date" | "startsAt" | "place" | "plannedMinutes" | "chairPostId",
    FieldMetadata<string>
  >;
  /** Posts that may take the chair. */
  posts: readonly PostHeld[];
}

/** The names of the fields, and the posts that may take the chair as choices. */
export function useArrangementWords(posts: readonly PostHeld[]) {
  const { t, i18n } = useTranslation();
  const labels = {
    title: t("meeting.call.name"),
    date: t("meeting.call.date"),
    startsAt: t("meeting.call.startsAt"),
    place: t("meeting.call.place"),
    plannedMinutes: t("agenda.planned.label"),
    chairPostId: t("meeting.call.chair"),
  };
  const chairs = posts.map(({ id, title, holders }) => ({
    value: id,
    label: [holders[0], named(title, i18n.language)].filter(Boolean).join(" "),
  }));
  return { labels, chairs };
}

/** When and where a meeting is held, what it is called and who chairs it. */
export function ArrangementFields({ fields, posts }: ArrangementFieldsProps) {
  const { t } = useTranslation();
  const { labels, chairs } = useArrangementWords(posts);
  return (
    <>
      <TextField field={fields.title} label={labels.title} />
      <div className="call-when">
        <DateField field={fields.date} label={labels.date} />
        <TextField field={fields.startsAt} label={labels.startsAt} type="time" size="short" />
        <TextField field={fields.place} label={labels.place} size="medium" optional />
        <TextField
          field={fields.plannedMinutes}
          label={labels.plannedMinutes}
          type="number"
          size="short"
          optional
        />
      </div>
      <SelectField
        field={fields.chairPostId}
        label={labels.chairPostId}
        hint={t("meeting.call.chairHint")}
        options={chairs}
        blank={t("meeting.call.noChair")}
        optional
      />
    </>
  );
}
