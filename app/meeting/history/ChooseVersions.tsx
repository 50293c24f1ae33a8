import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import { present } from "~/meeting/conduct/present";
import { Button } from "~/ui/Button";
import { Choices } from "~/ui/form/SelectField";
import type { HistoryPage } from "./showHistory.server";
import { useVersionName } from "./useVersionName";

function Choose(props: { name: "from" | "to"; value: string; page: HistoryPage; withNow: boolean }) {
  const { t } = useTranslation();
  const versionName = useVersionName();
  const { name, value, page, withNow } = props;
  const options = page.versions.map((version) => ({ value: version.id, label: versionName(version) }));
  if (withNow) options.unshift({ value: present, label: t("history.now") });
  return (
    <div className="field">
      <label className="field-label" htmlFor={`compare-${name}`}>
        {t(`history.choose.${name}`)}
      </label>
      <select className="input select" id={`compare-${name}`} name={name} defaultValue={value} key={value}>
        <Choices options={options} />
      </select>
    </div>
  );
}

/** Chooses the two states to compare: a form like any other, so that it works without script. */
export function ChooseVersions({ page }: { page: HistoryPage }) {
  const { t } = useTranslation();
  const { from = page.versions[0]?.id ?? present, to = present } = page.compared ?? {};
  return (
    <Form method="get" className="choose-versions no-print" preventScrollReset>
      <Choose name="from" value={from} page={page} withNow={false} />
      <Choose name="to" value={to} page={page} withNow />
      <Button variant="primary">{t("history.choose.compare")}</Button>
    </Form>
  );
}
