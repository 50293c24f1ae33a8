import { useSearchParams } from "@remix-run/react";
import { tasksAddress } from "~/address/tasks";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { type Crumb, PageHead } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { ChooseLedger } from "./ChooseLedger";
import { LedgerPreview, LedgerSummary } from "./LedgerPreview";
import { MatchLedger } from "./MatchLedger";
import type { TakeoverPage } from "./showTakeover.server";
import { TakenOverLists } from "./TakenOverLists";
import "./takeover.css";

/** Props of {@link TakeoverView}. */
export interface TakeoverViewProps {
  page: TakeoverPage;
  refusal?: Refusal;
  /** What was asked for when it was refused. */
  refusedAct?: string;
  crumb: Crumb;
}

/** Takes an earlier ledger over: the file, what it leaves open, what becomes of each row, and what was taken over. */
export function TakeoverView({ page, refusal, refusedAct, crumb }: TakeoverViewProps) {
  const { t } = useTranslation();
  const { waiting, now } = page;
  const [search] = useSearchParams();
  const ofFile = !waiting && refusedAct === "upload";
  const taken = Number(search.get("tasks")) || 0;
  return (
    <div className="stack-wide">
      <PageHead
        title={t("takeover.title")}
        number={waiting?.fileName}
        crumbs={[crumb]}
        actions={
          waiting && (
            <OnceForm>
              <Button variant="quiet" name="intent" value="drop">
                {t("takeover.other")}
              </Button>
            </OnceForm>
          )
        }
      />
      {refusal && !ofFile && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {!waiting && taken > 0 && (
        <Notice tone="success">
          {t("takeover.done", { count: taken })}{" "}
          <ButtonLink size="small" to={tasksAddress}>
            {t("task.list.title")}
          </ButtonLink>
        </Notice>
      )}
      <p className="prose">{t("takeover.lead")}</p>
      {waiting ? (
        <>
          <section className="stack">
            <LedgerSummary ledger={waiting} />
          </section>
          {!waiting.refusal && <MatchLedger ledger={waiting} />}
          <LedgerPreview rows={waiting.rows} now={now} />
        </>
      ) : (
        <ChooseLedger limits={page.limits} refusal={ofFile ? refusal : undefined} />
      )}
      <TakenOverLists past={page.past} meetings={page.meetings} now={now} />
    </div>
  );
}
