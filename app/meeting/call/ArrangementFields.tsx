import type { FieldMetadata } from "@conform-to/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateField } from "~/ui/form/DateField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import type { PostHeld } from "~/unit/postsHeld.server";

/** Props of {@link ArrangementFields}. */
export interface ArrangementFieldsProps {
  fields: Record<"title" | "date" | "startsAt" | "place" | "chairPostId", FieldMetadata<string>>;
  /** Posts that may take the chair. */
  posts: readonly PostHeld[];
}

/** When and where a meeting is held, what it is called and who chairs it. */
export function ArrangementFields({ fields, posts }: ArrangementFieldsProps) {
  const { t, i18n } = useTranslation();
  const chairs = posts.map(({ id, title, holders }) => ({
    value: id,
    label: [holders[0], named(title, i18n.language)].filter(Boolean).join(" "),
  }));
  return (
    <>
      <TextField field={fields.title} label={t("meeting.call.name")} />
      <div className="call-when">
        <DateField field={fields.date} label={t("meeting.call.date")} />
        <TextField field={fields.startsAt} label={t("meeting.call.startsAt")} type="time" size="short" />
        <TextField field={fields.place} label={t("meeting.call.place")} size="medium" optional />
      </div>
      <SelectField
        field={fields.chairPostId}
        label={t("meeting.call.chair")}
        hint={t("meeting.call.chairHint")}
        options={chairs}
        blank={t("meeting.call.noChair")}
        optional
      />
    </>
  );
}
