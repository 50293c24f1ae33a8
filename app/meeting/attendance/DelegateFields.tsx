import { useTranslation } from "~/i18n/useTranslation";
import { type AskedFor, waysOfComing } from "~/meeting/conduct/attendance";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainText } from "~/ui/form/PlainText";
import type { Delegate } from "./answer";

/** Props of {@link DelegateFields}. */
export interface DelegateFieldsProps {
  /** Which person of the slip, from 0. */
  at: number;
  person?: Delegate;
  asksFor: AskedFor;
}

/** One person on the slip: name, post, and of a substitute instead of whom. */
export function DelegateFields({ at, person, asksFor }: DelegateFieldsProps) {
  const { t } = useTranslation();
  const name = (field: keyof Delegate) => `people[${at}].${field}`;
  const usual = at === 0 && asksFor === "head" ? "head" : "member";
  return (
    <fieldset className="delegate">
      <legend className="field-label">{t("reply.person", { number: at + 1 })}</legend>
      <PlainText
        name={name("personName")}
        label={t("reply.name")}
        defaultValue={person?.personName}
        maxLength={50}
        optional={at > 0}
        autoComplete="off"
      />
      <PlainText
        name={name("personTitle")}
        label={t("reply.post")}
        defaultValue={person?.personTitle}
        maxLength={50}
        autoComplete="off"
      />
      <PlainSelect
        name={name("comesAs")}
        label={t("reply.as")}
        options={waysOfComing.map((value) => ({ value, label: t(`reply.comesAs.${value}`) }))}
        blank={null}
        defaultValue={person?.comesAs ?? usual}
      />
      <div className="delegate-instead">
        <PlainText
          name={name("insteadOf")}
          label={t("reply.insteadOfWhom")}
          defaultValue={person?.insteadOf}
          maxLength={80}
          optional={false}
          autoComplete="off"
        />
        <PlainText
          name={name("insteadReason")}
          label={t("reply.why")}
          defaultValue={person?.insteadReason}
          maxLength={200}
          optional={asksFor !== "head"}
          autoComplete="off"
        />
      </div>
    </fieldset>
  );
}
