import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { AddForm } from "~/problem/list/AddForm";
import { EditForm } from "~/problem/list/EditForm";
import type { EditedProblem, ListView } from "~/problem/list/showList.server";
import { Drawer } from "~/ui/Drawer";
import { proposeForm } from "./proposal";

interface ProposalDrawerProps {
  view: ListView;
  /** The proposal that is being changed. */
  edited: EditedProblem | null;
  /** A new one is being written. */
  open: boolean;
  /** What the page answered to a form in it. */
  answer?: FormAnswer;
  today: string;
  closeTo: string;
}

/** What a community proposes, new or to be changed while it waits; it has an address and works without script. */
export function ProposalDrawer({ view, edited, open, answer, today, closeTo }: ProposalDrawerProps) {
  const { t } = useTranslation();
  if (edited)
    return (
      <Drawer key={edited.number} title={`${edited.number} ${edited.title}`} open closeTo={closeTo}>
        <EditForm view={view} row={edited} answer={answer} />
      </Drawer>
    );
  if (!open || !view.can.propose) return null;
  const asks = { schema: proposeForm, intent: "propose", label: t("collect.proposeSubmit"), labels: {} };
  return (
    <Drawer title={t("collect.proposeTitle")} open closeTo={closeTo}>
      <AddForm view={view} reply={answer?.reply} today={today} asks={asks} />
    </Drawer>
  );
}
