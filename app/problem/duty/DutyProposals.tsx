import type { ReactNode } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DutyLink, DutyWarning } from "./DutyNote";
import type { DutyProposal } from "./dutyProposals.server";
import "./duty.css";

/** What an item rests on, in words. */
function RestsOn({ proposal }: { proposal: DutyProposal }) {
  const { t, i18n } = useTranslation();
  const { unit, basis, words, sameClass } = proposal;
  const facts = [
    unit ? named(unit.name, i18n.language) : t("duty.eachStreet"),
    basis,
    words.length > 0 && t("duty.proposal.words", { words: words.join(t("ui.filter.and")) }),
    sameClass && t("duty.proposal.class"),
  ];
  return <p className="muted small">{facts.filter(Boolean).join(" · ")}</p>;
}

/** Props of {@link DutyProposals}. */
export interface DutyProposalsProps {
  proposals: readonly DutyProposal[];
  /** What takes one of them. */
  taking: (proposal: DutyProposal) => ReactNode;
}

/** Items of the duty lists that a problem may fall under, each with what it rests on. */
export function DutyProposals({ proposals, taking }: DutyProposalsProps) {
  return (
    <ul className="divided">
      {proposals.map((proposal) => (
        <li key={proposal.id} className="duty-proposal">
          <div>
            <p>
              <DutyLink duty={proposal} />
            </p>
            <RestsOn proposal={proposal} />
            <DutyWarning duty={proposal} />
          </div>
          {taking(proposal)}
        </li>
      ))}
    </ul>
  );
}
