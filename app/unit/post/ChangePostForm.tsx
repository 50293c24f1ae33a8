import { getFormProps, useForm } from "@conform-to/react";
import type { FormAnswer } from "~/access/formAnswer";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import type { PostPage } from "../showPost.server";

interface ChangePostFormProps {
  page: PostPage;
  edit: NonNullable<PostPage["edit"]>;
  /** What was answered to it. */
  answer: FormAnswer | undefined;
}

/** Changes a post's title and names who stands in while it is vacant; closes a vacant one. */
export function ChangePostForm({ page, edit, answer }: ChangePostFormProps) {
  const { t, i18n } = useTranslation();
  const values = { titleZh: page.title.zh, titleEn: page.title.en, deputyPostId: page.deputy?.id ?? "" };
  const [form, fields] = useForm({
    id: "change-post",
    lastResult: answer?.reply,
    defaultValue: values,
  });
  const label = {
    titleZh: t("registry.form.titleZh"),
    titleEn: t("registry.form.titleEn"),
    deputyPostId: t("unit.deputy.title"),
  };
  const deputies = edit.deputies.map(({ id, title, unit }) => ({
    value: id,
    label: named(title, i18n.language),
    group: named(unit.name, i18n.language),
  }));
  const present = page.holdings.some(({ over }) => !over);
  return (
    <section className="section stack">
      <h2>{t("registry.changePost")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <ErrorSummary form={form} labels={label} saidElsewhere="refusal.changedMeanwhile" />
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="postId" value={page.id} />
        <Meanwhile
          now={{ version: edit.version, values }}
          labels={label}
          say={(_name, value) => deputies.find((one) => one.value === value)?.label ?? value}
          answer={answer}
        />
        <TextField field={fields.titleZh} label={label.titleZh} size="medium" />
        <TextField field={fields.titleEn} label={label.titleEn} size="medium" />
        <SelectField
          field={fields.deputyPostId}
          label={label.deputyPostId}
          hint={t(deputies.length > 0 ? "unit.deputy.hint" : "unit.deputy.none")}
          blank={t("unit.deputy.nobody")}
          options={deputies}
          optional
        />
        <div className="form-actions">
          <Button>{t("registry.form.save")}</Button>
        </div>
      </OnceForm>
      {!present && (
        <ConfirmButton
          label={t("registry.closePost")}
          consequence={t("registry.closePostConsequence")}
          action=""
          name="intent"
          value="closePost"
          hidden={{ postId: page.id }}
        />
      )}
    </section>
  );
}
