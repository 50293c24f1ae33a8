import { Link } from "@remix-run/react";
import { deviationAddress } from "~/address/plans";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { useTyped } from "~/ui/typed";
import type { ShownApproval, ShownApprovals } from "./shownApproval";

/** Props of {@link ApprovalFields}. */
export interface ApprovalFieldsProps {
  approvals: ShownApprovals;
  /** What was asked for this very thing already. */
  request: ShownApproval | undefined;
  /** What departs, and from what. */
  hint?: string;
}

/**
 * In the form of an act that departs from the plan or the rules: why, and who is named to approve it; then how the
 * request stands. Once it is confirmed nothing more is asked.
 */
export function ApprovalFields({ approvals, request, hint }: ApprovalFieldsProps) {
  const { t } = useTranslation();
  // What is wrong with the fields is not looked for in a fold.
  const cameBack = useTyped("approver") !== undefined;
  if (request?.state === "confirmed") return <ApprovalStanding request={request} />;
  if (request?.state === "waiting")
    return (
      <>
        <ApprovalStanding request={request} />
        <details open={cameBack}>
          <summary>{t("plan.approval.another")}</summary>
          <Fields approvals={approvals} reason={request.reason} />
        </details>
      </>
    );
  return (
    <>
      {request && <ApprovalStanding request={request} />}
      <Fields approvals={approvals} reason={request?.reason} hint={hint} required />
    </>
  );
}

/** How a request stands, in a sentence, and where all of it can be read. */
export function ApprovalStanding({ request }: { request: ShownApproval }) {
  const { t } = useTranslation();
  const { state, approver, reason, answer } = request;
  return (
    <p>
      {state === "refused"
        ? t("plan.approval.refused", { name: approver, answer })
        : t(`plan.approval.${state}`, { name: approver, reason })}{" "}
      {request.opens && <Link to={deviationAddress(request.id)}>{t("plan.approval.see")}</Link>}
    </p>
  );
}

function Fields(props: { approvals: ShownApprovals; reason?: string; hint?: string; required?: boolean }) {
  const { approvals, reason, hint, required } = props;
  const { t, i18n } = useTranslation();
  return (
    <div className="stack">
      <PlainTextArea
        name="reason"
        label={t("plan.window.reason")}
        hint={hint}
        defaultValue={reason}
        required={required}
        maxLength={500}
      />
      <PlainSelect
        name="approver"
        label={t("plan.approval.approver")}
        hint={t(approvals.approvers.length > 0 ? "plan.approval.approverHint" : "plan.approval.nobody")}
        options={approvals.approvers.map(({ id, name, title, unit }) => ({
          value: id,
          label: t("ui.aside", {
            name,
            aside: `${named(unit, i18n.language)} ${named(title, i18n.language)}`,
          }),
        }))}
        required={required}
      />
    </div>
  );
}

/** What the button of such an act says: to ask while nothing is approved, then the act itself. */
export function useApprovalLabel(request: ShownApproval | undefined, departs: boolean): string | undefined {
  const { t } = useTranslation();
  if (!departs || request?.state === "confirmed") return undefined;
  return t(request?.state === "waiting" ? "plan.approval.askAgain" : "plan.approval.ask");
}
