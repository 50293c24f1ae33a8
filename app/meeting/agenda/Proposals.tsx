import { useTranslation } from "~/i18n/useTranslation";
import { Notice } from "~/ui/Notice";
import { ProposalCard } from "./ProposalCard";
import type { ShownProposal } from "./proposalsOf.server";
import type { AgendaPage } from "./showAgenda.server";

/** The proposals on an entry that wait. */
export function waitingOn(page: AgendaPage, topicId: string): ShownProposal[] {
  return page.proposals.filter((one) => one.topicId === topicId && one.state === "waiting");
}

/** At the head of the agenda: which proposals wait, each with the way to it. */
export function ProposalsWaiting({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const waiting = page.proposals.filter(({ state }) => state === "waiting");
  if (waiting.length === 0) return null;
  const listed = new Set(page.lines.map(({ id }) => id));
  return (
    <div id="proposals" className="no-print">
      <Notice title={t("proposal.waiting", { count: waiting.length })}>
        <ul className="proposal-list">
          {waiting.map((one) => (
            <li key={one.id}>
              {listed.has(one.topicId) ? (
                <a href={`#proposal-${one.id}`}>
                  {t("proposal.about", {
                    title: one.topicTitle || t("session.untitled"),
                    what: t(`proposal.what.${one.kind}`),
                  })}
                </a>
              ) : (
                <ProposalCard proposal={one} now={page.now} decides={page.can.decide} apart />
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** Folded at the foot of the agenda: what became of proposals. */
export function ProposalsDecided({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const decided = page.proposals.filter(({ state }) => state !== "waiting").toReversed();
  if (decided.length === 0) return null;
  return (
    <details className="proposals-decided no-print">
      <summary>{t("proposal.decided", { count: decided.length })}</summary>
      {decided.map((one) => (
        <ProposalCard key={one.id} proposal={one} now={page.now} decides={false} apart />
      ))}
    </details>
  );
}
