import { useTranslation } from "~/i18n/useTranslation";
import { addedKinds } from "~/meeting/conduct/topic";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainCheck } from "~/ui/form/PlainCheck";
import { PlainRadios } from "~/ui/form/PlainRadios";
import { PlainText } from "~/ui/form/PlainText";

/** Adds an entry that comes from no street's list. */
export function AddTopic() {
  const { t } = useTranslation();
  return (
    <FoldForm
      label={t("session.agenda.add")}
      hidden={{ intent: "add" }}
      // An entry of the record that is put on the agenda comes with its id, and from another form.
      isMine={({ topicId }) => topicId === undefined}
      submit={<Button>{t("session.agenda.addSubmit")}</Button>}
    >
      <PlainRadios
        name="kind"
        label={t("session.agenda.kind")}
        options={addedKinds.map((value) => ({ value, label: t(`session.kind.${value}`) }))}
        defaultValue="siteVisit"
        inline
        wide
      />
      <PlainText
        name="title"
        label={t("session.agenda.topicTitle")}
        size="full"
        wide
        required
        maxLength={200}
      />
      <PlainCheck
        name="elsewhere"
        label={t("session.agenda.elsewhereChoose")}
        hint={t("session.agenda.elsewhereHint")}
      />
      <PlainText name="presenter" label={t("session.agenda.presenter")} maxLength={100} />
    </FoldForm>
  );
}
