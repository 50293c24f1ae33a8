import { type ReactNode, useId } from "react";
import { meetingAddress } from "~/address/meetings";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import type { WordingPage } from "./showWording.server";
import "./drafting.css";

/** Drafts what is not drafted yet; what people have edited stays. */
function DraftAll({ again }: { again: boolean }) {
  const { t } = useTranslation();
  const hint = useId();
  return (
    <OnceForm preventScrollReset>
      <Button variant={again ? "secondary" : "primary"} name="intent" value="draft" aria-describedby={hint}>
        {t(again ? "wording.draftAgain" : "wording.draft")}
      </Button>{" "}
      <span id={hint} className="muted">
        {t(again ? "wording.draftAgainText" : "wording.draftText")}
      </span>
    </OnceForm>
  );
}

/** The page on which the minutes are worded together. */
export function WordingView(props: { page: WordingPage; refusal?: Refusal; children: ReactNode }) {
  const { page, refusal, children } = props;
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const { meeting } = page;
  const drafted = page.topics.some(({ wording }) => wording !== null);
  return (
    <div className="stack wording-page">
      <MeetingHead
        meeting={meeting}
        page="wording"
        below={[
          {
            label: t("meeting.page.minutes", { meeting: meetingName(meeting) }),
            to: meetingAddress(meeting, "minutes"),
          },
        ]}
        actions={<ButtonLink to={meetingAddress(meeting, "minutes")}>{t("wording.preview")}</ButtonLink>}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {page.topics.length === 0 ? (
        <EmptyState title={t("wording.none")}>{t("wording.noneText")}</EmptyState>
      ) : (
        <>
          {page.writes && <DraftAll again={drafted} />}
          {!page.writes && <Notice>{t("wording.reads")}</Notice>}
          {children}
        </>
      )}
    </div>
  );
}
