import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Reason } from "~/meeting/conduct/Reason";
import { ApprovalFields, ApprovalStanding, useApprovalLabel } from "~/rules/ApprovalFields";
import type { ShownApprovals } from "~/rules/shownApproval";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { PlainText } from "~/ui/form/PlainText";
import { Notice } from "~/ui/Notice";
import type { Rearranged } from "./rearranged";

/** Says above everything else that a meeting is cancelled, or postponed from when, and why. */
export function RearrangedNote({ of }: { of: Rearranged }) {
  const { t } = useTranslation();
  const { now, postponedFrom, stage, changeReason: reason } = of;
  if (stage === "cancelled")
    return (
      <Notice title={t("plan.stage.cancelled")}>
        <p>{t("planning.rearrange.cancelledBecause", { reason })}</p>
        {of.can.undo && <Undo intent="restore" label={t("planning.rearrange.restore")} />}
      </Notice>
    );
  if (!postponedFrom) return null;
  return (
    <Notice title={t("planning.rearrange.postponed")}>
      <p>
        {t("planning.rearrange.plannedFor")} <DateText value={postponedFrom} now={now} />
        {t("planning.rearrange.because", { reason })}
      </p>
      {of.can.undo && <Undo intent="undoPostpone" label={t("planning.rearrange.undoPostpone")} />}
    </Notice>
  );
}

function Undo({ intent, label }: { intent: string; label: string }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      size="small"
      variant="secondary"
      label={label}
      consequence={<p>{t("planning.rearrange.undoText")}</p>}
      action=""
      name="intent"
      value={intent}
    />
  );
}

/** Postpones or cancels a meeting before it is opened. */
export function RearrangeActions({ of }: { of: Rearranged }) {
  const { t } = useTranslation();
  const { approvals, date } = of;
  if (!of.can.rearrange) return null;
  return (
    <section className="section stack no-print">
      <h2>{t("planning.rearrange.title")}</h2>
      <div className="cluster">
        <Act intent="postpone" occasion="postponeDay" approvals={approvals}>
          <NewDate approvals={approvals} date={date} />
        </Act>
        <Act intent="cancel" occasion="cancelDay" approvals={approvals} />
      </div>
      {(["postponeDay", "cancelDay"] as const).map((occasion) => {
        const request = approvals?.requests[occasion];
        return request && <ApprovalStanding key={occasion} request={request} />;
      })}
    </section>
  );
}

// The day was typed with the request and is approved with it.
function NewDate({ approvals, date }: { approvals?: ShownApprovals; date: string }) {
  const { t } = useTranslation();
  const request = approvals?.requests.postponeDay;
  if (request?.state === "confirmed") return <input type="hidden" name="date" value={request.covers} />;
  return (
    <PlainText
      name="date"
      type="date"
      label={t("planning.rearrange.newDate")}
      min={date}
      defaultValue={request?.covers}
      required
    />
  );
}

function Act(props: {
  intent: "postpone" | "cancel";
  occasion: "postponeDay" | "cancelDay";
  approvals?: ShownApprovals;
  children?: ReactNode;
}) {
  const { intent, occasion, approvals, children } = props;
  const { t } = useTranslation();
  const request = approvals?.requests[occasion];
  return (
    <ConfirmButton
      size="small"
      variant={intent === "cancel" ? "danger" : "secondary"}
      label={t(`planning.rearrange.${intent}`)}
      confirmLabel={useApprovalLabel(request, approvals !== undefined)}
      consequence={<p>{t(`planning.rearrange.${intent}Text`)}</p>}
      action=""
      name="intent"
      value={intent}
    >
      {children}
      {approvals ? (
        <ApprovalFields approvals={approvals} request={request} />
      ) : (
        <Reason id={`${intent}-reason`} />
      )}
    </ConfirmButton>
  );
}
