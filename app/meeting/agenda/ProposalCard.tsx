import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag, type Tone } from "~/ui/StateTag";
import { useRefusedForm } from "~/ui/typed";
import type { ShownProposal } from "./proposalsOf.server";

const tones: Record<ShownProposal["state"], Tone> = {
  waiting: "warn",
  taken: "good",
  declined: "neutral",
  lapsed: "neutral",
};

/** Says a value of a proposal in words. */
function useSaid({ kind }: ShownProposal): (value: string) => string {
  const { t } = useTranslation();
  return (value) => {
    if (kind === "place") return value ? t("proposal.before", { title: value }) : t("proposal.end");
    if (!value) return t("proposal.empty");
    return kind === "minutes" ? t("session.minutesCount", { count: Number(value) }) : value;
  };
}

function Decide({ proposal }: { proposal: ShownProposal }) {
  const { t } = useTranslation();
  const sent = { proposalId: proposal.id };
  const [taken, declined] = [
    useRefusedForm({ ...sent, intent: "takeProposal" }),
    useRefusedForm({ ...sent, intent: "declineProposal" }),
  ];
  return (
    <OnceForm className="proposal-decide no-print" preventScrollReset>
      <input type="hidden" name="proposalId" value={proposal.id} />
      <input type="hidden" name="version" value={proposal.mark} />
      <label className="visually-hidden" htmlFor={`word-${proposal.id}`}>
        {t("proposal.word")}
      </label>
      <input
        className="input"
        id={`word-${proposal.id}`}
        name="word"
        maxLength={500}
        placeholder={t("proposal.word")}
        defaultValue={(taken ?? declined)?.typed.word}
      />
      {proposal.entry !== "gone" && (
        <Button size="small" name="intent" value="takeProposal">
          {t("proposal.take")}
        </Button>
      )}
      <Button size="small" variant="quiet" name="intent" value="declineProposal">
        {t("proposal.decline")}
      </Button>
    </OnceForm>
  );
}

function Since({ proposal }: { proposal: ShownProposal }) {
  const { t } = useTranslation();
  const said = useSaid(proposal);
  const { entry, stood, now } = proposal;
  const differs = entry !== "gone" && stood !== now;
  if (entry === "open" && !differs) return null;
  return (
    <p className="proposal-since">
      {entry !== "open" && t(`proposal.entry.${entry}`)}{" "}
      {differs && t("proposal.changedSince", { stood: said(stood), now: said(now) })}
    </p>
  );
}

/** One proposal for an entry of the agenda; what to decide about it, for those who may. */
export function ProposalCard(props: {
  proposal: ShownProposal;
  now: string;
  decides: boolean;
  /** It stands apart from its entry. */
  apart?: boolean;
}) {
  const { proposal, now, decides, apart } = props;
  const { t, i18n } = useTranslation();
  const said = useSaid(proposal);
  const { id, kind, state, by, at, decided, isMine, topicTitle } = proposal;
  const waits = state === "waiting";
  const who = t("proposal.by", { name: by.name, unit: named(by.unit, i18n.language) });
  return (
    <div className="proposal" id={`proposal-${id}`} tabIndex={-1}>
      <p>
        {apart && <span className="muted">{topicTitle || t("session.untitled")} · </span>}
        {t("proposal.line", { what: t(`proposal.what.${kind}`) })} <strong>{said(proposal.proposed)}</strong>
      </p>
      <p className="proposal-by">
        {!(waits && decides) && (
          <StateTag tone={tones[state]}>
            {waits && isMine ? t("proposal.sent") : t(`proposal.state.${state}`)}
          </StateTag>
        )}
        <span>{isMine ? t("proposal.mine") : who}</span>
        <DateText value={at} now={now} withTime />
        {decided && <span>{t("proposal.decidedBy", { name: decided.by })}</span>}
        {decided?.word && <span className="as-written">{t("proposal.answer", { word: decided.word })}</span>}
      </p>
      {waits && <Since proposal={proposal} />}
      {waits && decides && <Decide proposal={proposal} />}
    </div>
  );
}
