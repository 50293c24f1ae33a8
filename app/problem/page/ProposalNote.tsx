import { Link } from "@remix-run/react";
import { listAddress, problemAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Notice } from "~/ui/Notice";
import type { ProblemView } from "./showProblem.server";

/** Says what stands of a community's proposal that is on no list: to its street and itself also why. */
export function ProposalNote({ view }: { view: ProblemView }) {
  const { t, i18n } = useTranslation();
  const { proposal, units } = view;
  if (!proposal || proposal.state === "adopted") return null;
  const community = units.community ? named(units.community.name, i18n.language) : "";
  return (
    <Notice title={t(`collect.note.${proposal.state}`, { community })}>
      {proposal.answer && <p className="as-written">{proposal.answer}</p>}
      {proposal.into && (
        <p>
          <Link to={problemAddress(proposal.into)}>{t("collect.carriedBy", { number: proposal.into })}</Link>
        </p>
      )}
      {proposal.own && (
        <p>
          <Link to={`${listAddress(proposal.month, units.street?.slug ?? "")}#proposals`}>
            {t("collect.toProposals")}
          </Link>
        </p>
      )}
    </Notice>
  );
}
