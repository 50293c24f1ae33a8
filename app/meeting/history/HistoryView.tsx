import type { ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { present } from "~/meeting/conduct/present";
import { ChangeSizeText } from "~/record/difference/ChangeSizeText";
import { fieldKey, lineKey } from "~/record/difference/changeKey";
import { RecordDifferenceView } from "~/record/difference/RecordDifference";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { ChangedBy } from "./ChangedBy";
import { ChooseVersions } from "./ChooseVersions";
import { KeepVersion } from "./KeepVersion";
import { RestoreButton, Restored } from "./Restore";
import { everything } from "./restorable";
import type { HistoryPage } from "./showHistory.server";
import { useVersionName } from "./useVersionName";
import { VersionList } from "./VersionList";
import "./history.css";

function Compared({ page }: { page: HistoryPage }) {
  const { t } = useTranslation();
  const versionName = useVersionName();
  const { compared, versions, units, now } = page;
  if (!compared) return null;
  const nameOf = (id: string) => {
    const version = versions.find((one) => one.id === id);
    return version ? versionName(version) : t("history.now");
  };
  const by = (key: string) => <ChangedBy hands={compared.hands[key]} people={compared.people} now={now} />;
  return (
    <section className="section" id="compared" aria-labelledby="compared-title">
      <h2 id="compared-title">
        {t("history.compared", { from: nameOf(compared.from), to: nameOf(compared.to) })}
      </h2>
      <div className="cluster spread">
        <ChangeSizeText size={compared.difference.size} />
        <RestoreButton page={page} thing={everything} versionName={nameOf(compared.from)} />
      </div>
      <RecordDifferenceView
        difference={compared.difference}
        units={units}
        now={now}
        byLine={(topicId, line) => by(lineKey(topicId, line))}
        byField={(thing, field) => by(fieldKey(thing, field.field))}
        acts={({ kind, id }) => (
          <RestoreButton page={page} thing={`${kind}/${id}`} versionName={nameOf(compared.from)} />
        )}
      />
    </section>
  );
}

function Actions({ page }: { page: HistoryPage }) {
  const { t } = useTranslation();
  const { slug } = page.meeting;
  return (
    <>
      {page.can.keep && <KeepVersion />}
      <ButtonLink to={`${meetingAddress({ slug }, "history/writers")}?of=${present}`}>
        {t("history.whoWrote")}
      </ButtonLink>
      <ButtonLink to={meetingAddress({ slug }, "room")}>{t("session.toRoom")}</ButtonLink>
    </>
  );
}

/** Props of {@link HistoryView}. */
export interface HistoryViewProps {
  page: HistoryPage;
  refusal?: Refusal;
  /** What else belongs to the history. */
  children?: ReactNode;
}

/** The history of a day's record: what was kept when, and any two states in comparison. */
export function HistoryView({ page, refusal, children }: HistoryViewProps) {
  const { t } = useTranslation();
  return (
    <div className="stack history-page">
      <MeetingHead meeting={page.meeting} page="history" actions={<Actions page={page} />} />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <Restored page={page} />
      {page.versions.length === 0 ? (
        <EmptyState title={t("history.none")}>{t("history.noneText")}</EmptyState>
      ) : (
        <div className="with-aside">
          <div className="stack">
            <ChooseVersions page={page} />
            <Compared page={page} />
          </div>
          <VersionList page={page} />
        </div>
      )}
      {children}
    </div>
  );
}
