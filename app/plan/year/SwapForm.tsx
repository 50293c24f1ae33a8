import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Reason } from "~/meeting/conduct/Reason";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import { Button } from "~/ui/Button";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { OnceForm } from "~/ui/OnceForm";
import type { SwapPage } from "./showSwap.server";

/** Chooses the month with which the host is exchanged, and says why. */
export function SwapForm({ page }: { page: SwapPage }) {
  const { t, i18n } = useTranslation();
  const { others, asked, version, approvals, adopted } = page;
  const request = approvals.requests.swapHosts;
  const options = others.map(({ month, host }) => ({
    value: month,
    label: t("ui.aside", {
      name: writtenMonth(month, i18n.language, true),
      aside: named(host.name, i18n.language),
    }),
  }));
  const asks = useApprovalLabel(request, adopted);
  const settled = request?.state === "confirmed" && asked !== null;
  return (
    <OnceForm className="form">
      <input type="hidden" name="version" value={version} />
      {settled ? (
        <p>
          {t("planning.swap.with")}: {options.find(({ value }) => value === asked)?.label}
          <input type="hidden" name="withMonth" value={asked} />
        </p>
      ) : (
        <PlainSelect
          name="withMonth"
          label={t("planning.swap.with")}
          hint={t("planning.swap.withHint")}
          options={options}
          defaultValue={asked ?? undefined}
          required
        />
      )}
      {adopted ? <ApprovalFields approvals={approvals} request={request} /> : <Reason id="swap-reason" />}
      <div className="form-actions">
        <Button variant="primary">{asks ?? t("planning.swap.submit")}</Button>
      </div>
    </OnceForm>
  );
}
