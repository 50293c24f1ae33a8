import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type MeetingPage, meetingAddress } from "~/address/meetings";
import { minutesNumber } from "~/address/minutesAddress";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { useHostLine } from "~/meeting/conduct/MeetingHead";
import { StageTag } from "~/meeting/conduct/StageTag";
import { calledDoer, type MeetingDoer } from "~/meeting/kind/doer";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { Shape } from "~/ui/Shape";
import { StateTag } from "~/ui/StateTag";
import { useFacts } from "./RoomFacts";
import { type NextInRoom, nextInRoom, rollParts } from "./roomView";

function RollFact() {
  const { roll, slug } = useFacts();
  const { t } = useTranslation();
  const parts = rollParts
    .filter((part) => roll[part] > 0)
    .map((part) => t(`room.roll.${part}`, { count: roll[part] }));
  return (
    <Link to={meetingAddress({ slug }, "rollcall")} title={parts.join(t("room.comma"))}>
      {t("room.fact.roll", { here: roll.present + roll.sittingIn, called: roll.called })}
    </Link>
  );
}

function QuorumFact() {
  const { quorum } = useFacts();
  const { t } = useTranslation();
  const { needed, present, invited } = quorum;
  // A kind of meeting that asks for none.
  if (needed === 0) return null;
  const text = quorum.reached
    ? t("room.fact.quorum", { present, invited })
    : t("room.fact.noQuorum", { present, invited, needed });
  return <StateTag tone={quorum.reached ? "good" : "warn"}>{text}</StateTag>;
}

function LookBackFact() {
  const { lookBack, slug } = useFacts();
  const { t } = useTranslation();
  const { stated, total, complete } = lookBack;
  if (total === 0) return <span>{t("room.fact.noLookBack")}</span>;
  return (
    <Link
      to={meetingAddress({ slug }, "look-back")}
      className={complete ? "room-fact tone-good" : "room-fact tone-warn"}
    >
      <Shape name={complete ? "check" : "triangle"} />
      {t("room.fact.lookBack", { stated, total })}
    </Link>
  );
}

/** Where each step is done; what is decided is decided here. */
const pageOfNext = {
  prepare: "agenda",
  roll: "rollcall",
  quorum: "rollcall",
  lookBack: "look-back",
  minutes: "minutes",
  amend: "minutes",
  issued: "minutes",
} as const satisfies Partial<Record<NextInRoom, MeetingPage>>;

/** Who does each step: the agenda is prepared by those who hold the meeting, the rest its chair does too. */
function doerOf(next: NextInRoom): MeetingDoer {
  if (next === "issued") return "nobody";
  return next === "prepare" ? "organiser" : "organiserAndChair";
}

function hasPage(next: NextInRoom): next is keyof typeof pageOfNext {
  return next in pageOfNext;
}

/** The next step at hand: the page where it is done, or for whoever holds the session the button that ends it. */
function NextAct({ next }: { next: NextInRoom }) {
  const { conducts, slug } = useFacts();
  const { t } = useTranslation();
  if (hasPage(next))
    return (
      <ButtonLink size="small" to={meetingAddress({ slug }, pageOfNext[next])}>
        {t(`room.nextAct.${next}`)}
      </ButtonLink>
    );
  if (next !== "close" || !conducts) return null;
  return (
    <ConfirmButton
      size="small"
      variant="primary"
      label={t("session.minutes.close")}
      consequence={<p>{t("session.minutes.closeText")}</p>}
      action={meetingAddress({ slug }, "minutes")}
      name="intent"
      value="close"
    />
  );
}

function NextStep({ undecided }: { undecided: number }) {
  const facts = useFacts();
  const { t } = useTranslation();
  const next = nextInRoom(facts, undecided);
  const { needed, present } = facts.quorum;
  const { stated, total } = facts.lookBack;
  const counts: Partial<Record<NextInRoom, number>> = {
    quorum: needed - present,
    lookBack: total - stated,
    decide: undecided,
  };
  return (
    <div className="room-next">
      <span className="room-next-word">{t("room.nextWord")}</span>
      <strong>{t(`room.next.${next}`, { count: counts[next] ?? 0 })}</strong>
      <span className="room-next-who">{t(`meeting.who.${calledDoer(facts, doerOf(next))}`)}</span>
      <NextAct next={next} />
    </div>
  );
}

/** Which minutes are written anew here, and why. */
function AmendmentFact() {
  const { amendment, minutes, slug } = useFacts();
  const { t } = useTranslation();
  if (!amendment || !minutes) return null;
  return (
    <Link
      to={meetingAddress({ slug }, "minutes")}
      title={t("amendment.reason", { reason: amendment.reason })}
    >
      <StateTag tone="warn">{t("amendment.of", { minutes: minutesNumber(minutes) })}</StateTag>
    </Link>
  );
}

/** Props of {@link RoomHead}. */
export interface RoomHeadProps {
  /** Topics still to be decided. */
  undecided: number;
  /** Clock, people and saved state, where there is script. */
  children?: ReactNode;
}

/** What day this is, how it stands with the facts that bind it, what comes next and who must do it. */
export function RoomHead({ undecided, children }: RoomHeadProps) {
  const facts = useFacts();
  const { slug, stage } = facts;
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const host = useHostLine(facts);
  return (
    <header className="room-head">
      <div className="room-title">
        <h1>
          <Link to={meetingAddress({ slug })}>{meetingName(facts)}</Link>
        </h1>
        <span className="room-host">{host}</span>
        <StageTag stage={stage} />
        <AmendmentFact />
      </div>
      <div className="room-live">{children}</div>
      <div className="room-facts">
        <NextStep undecided={undecided} />
        <div className="room-fact-row">
          <RollFact />
          <QuorumFact />
          <LookBackFact />
          <span className="room-links">
            <Link to={meetingAddress({ slug }, "agenda")}>{t("room.links.agenda")}</Link>
            <Link to={meetingAddress({ slug }, "screen")}>{t("room.links.screen")}</Link>
            <Link to={meetingAddress({ slug }, "minutes")}>{t("room.links.minutes")}</Link>
            <Link to={meetingAddress({ slug }, "history")}>{t("room.links.history")}</Link>
          </span>
        </div>
      </div>
    </header>
  );
}
