import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { ListView } from "~/problem/list/showList.server";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag, type Tone } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import { longestAnswer, type ProposalState } from "./proposal";
import type { ProposalsView, ShownProposal } from "./proposalsOf.server";

const tones: Record<ProposalState, Tone> = {
  waiting: "warn",
  adopted: "good",
  merged: "good",
  declined: "bad",
  withdrawn: "neutral",
};

/** What became of a proposal. */
export function ProposalTag({ state }: { state: ProposalState }) {
  const { t } = useTranslation();
  return <StateTag tone={tones[state]}>{t(`collect.state.${state}`)}</StateTag>;
}

interface SectionProps {
  view: ListView;
  proposals: ProposalsView;
  /** The address of the list. */
  here: string;
  now: string;
}

/** Takes proposals onto the list in one press. */
function Adopt({ ids, label }: { ids: readonly string[]; label: string }) {
  return (
    <OnceForm preventScrollReset>
      {ids.map((id) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      <Button size="small" variant="secondary" name="intent" value="adopt">
        {label}
      </Button>
    </OnceForm>
  );
}

type Carriers = ProposalsView["carriers"];

/** What stands on the list and may be the same matter, the likeliest first. */
function alikeOf({ like }: ShownProposal, carriers: Carriers): Carriers {
  return like.flatMap((number) => carriers.find((one) => one.number === number) ?? []);
}

/** All that a proposal can be merged into, with what is told alike first. */
function choicesOf(row: ShownProposal, carriers: Carriers): Carriers {
  return [...alikeOf(row, carriers), ...carriers.filter(({ number }) => !row.like.includes(number))];
}

function Alike({ row, carriers }: { row: ShownProposal; carriers: Carriers }) {
  const { t } = useTranslation();
  const alike = alikeOf(row, carriers);
  if (alike.length === 0) return null;
  return (
    <p className="small">
      {t("collect.like")}{" "}
      {alike.map(({ number, title }, at) => (
        <span key={number}>
          {at > 0 && t("ui.filter.and")}
          <Link to={problemAddress(number)}>
            <span className="num">{number}</span> {title}
          </Link>
        </span>
      ))}
    </p>
  );
}

function Merge({ row, carriers }: { row: ShownProposal; carriers: Carriers }) {
  const { t, i18n } = useTranslation();
  return (
    <ConfirmButton
      variant="secondary"
      size="small"
      label={t("collect.merge")}
      consequence={<p>{t("collect.mergeText", { community: named(row.community, i18n.language) })}</p>}
      action=""
      name="intent"
      value="merge"
      hidden={{ id: row.id }}
    >
      <PlainSelect
        name="into"
        label={t("collect.mergeInto")}
        options={choicesOf(row, carriers).map(({ number, title }) => ({
          value: number,
          label: `${number} ${title}`,
        }))}
        required
      />
    </ConfirmButton>
  );
}

function Decline({ row }: { row: ShownProposal }) {
  const { t, i18n } = useTranslation();
  return (
    <ConfirmButton
      variant="secondary"
      size="small"
      label={t("collect.decline")}
      consequence={<p>{t("collect.declineText", { community: named(row.community, i18n.language) })}</p>}
      action=""
      name="intent"
      value="decline"
      hidden={{ id: row.id }}
    >
      <PlainTextArea name="text" label={t("collect.reason")} required maxLength={longestAnswer} />
    </ConfirmButton>
  );
}

function Acts({ row, proposals, here }: { row: ShownProposal } & Pick<SectionProps, "proposals" | "here">) {
  const { t } = useTranslation();
  const { adopt, answer, change } = row.can;
  if (!adopt && !change) return null;
  return (
    <div className="form-actions no-print">
      {adopt && <Adopt ids={[row.id]} label={t(answer ? "collect.adopt" : "collect.adoptAfterAll")} />}
      {answer && proposals.carriers.length > 0 && <Merge row={row} carriers={proposals.carriers} />}
      {answer && <Decline row={row} />}
      {change && (
        <>
          <ButtonLink size="small" to={`${here}?proposal=${row.number}`}>
            {t("collect.change")}
          </ButtonLink>
          <ConfirmButton
            variant="secondary"
            size="small"
            label={t("collect.withdraw")}
            consequence={<p>{t("collect.withdrawText", { number: row.number })}</p>}
            action=""
            name="intent"
            value="withdrawProposal"
            hidden={{ id: row.id }}
          />
        </>
      )}
    </div>
  );
}

function Proposal({ row, ...props }: { row: ShownProposal } & SectionProps) {
  const { t, i18n } = useTranslation();
  const { view, now } = props;
  const words = row.originalWording || row.summary;
  return (
    <li className="stack-tight" id={`proposal-${row.number}`}>
      <p className="cluster">
        <ProposalTag state={row.state} />
        <Link to={problemAddress(row.number)}>
          <span className="num">{row.number}</span> <strong>{row.title}</strong>
        </Link>
      </p>
      <p className="small muted">
        {!view.byCommunity && `${named(row.community, i18n.language)} · `}
        <DateText value={row.proposedAt} now={now} withTime />
        {row.place && ` · ${row.place}`}
        {row.month !== view.day.month &&
          ` · ${t("collect.raisedFor", { month: writtenMonth(row.month, i18n.language, true) })}`}
      </p>
      {words && (
        <p className="as-written">
          <Words text={words} />
        </p>
      )}
      {row.answer && (
        <p className="small">
          {t("collect.reasonGiven")} <span className="as-written">{row.answer}</span>
        </p>
      )}
      {row.into && (
        <p className="small">
          <Link to={problemAddress(row.into)}>{t("collect.carriedBy", { number: row.into })}</Link>
        </p>
      )}
      <Alike row={row} carriers={props.proposals.carriers} />
      <Acts row={row} {...props} />
    </li>
  );
}

function Rows({ rows, ...props }: { rows: readonly ShownProposal[] } & SectionProps) {
  return (
    <ul className="divided">
      {rows.map((row) => (
        <Proposal key={row.id} row={row} {...props} />
      ))}
    </ul>
  );
}

/**
 * What communities propose beside a street's list: to the street what waits for its answer, with what it has answered
 * folded up; to a community its own, with what became of each.
 */
export function CommunityProposals(props: SectionProps) {
  const { view, proposals } = props;
  const { t } = useTranslation();
  const waiting = proposals.rows.filter(({ state }) => state === "waiting");
  const answered = proposals.rows.filter(({ state }) => state !== "waiting");
  const adoptable = waiting.filter(({ can }) => can.adopt);
  if (proposals.rows.length === 0 && !view.can.propose) return null;
  return (
    <section className="section stack" id="proposals" tabIndex={-1} aria-labelledby="proposals-title">
      <div className="cluster">
        <h2 id="proposals-title">
          {view.byCommunity ? t("collect.own") : t("collect.title", { count: waiting.length })}
        </h2>
        {adoptable.length > 1 && (
          <Adopt
            ids={adoptable.map(({ id }) => id)}
            label={t("collect.adoptAll", { count: adoptable.length })}
          />
        )}
      </div>
      {proposals.carries && <p className="muted">{t("collect.carries")}</p>}
      {proposals.rows.length === 0 && (
        <EmptyState title={t("collect.empty")}>{t("collect.emptyText")}</EmptyState>
      )}
      {waiting.length > 0 && <Rows rows={waiting} {...props} />}
      {answered.length > 0 && view.byCommunity && <Rows rows={answered} {...props} />}
      {answered.length > 0 && !view.byCommunity && (
        <details className="fold">
          <summary className="btn btn-quiet btn-small">
            {t("collect.answered", { count: answered.length })}
          </summary>
          <div className="fold-body">
            <Rows rows={answered} {...props} />
          </div>
        </details>
      )}
    </section>
  );
}
