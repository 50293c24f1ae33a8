import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { named } from "~/i18n/language";
import { Shape } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import { useFacts } from "./RoomParts";
import { nextInRoom, rollParts } from "./roomView";

const stageTone: Record<string, Tone> = { inSession: "info", issued: "official", followedUp: "official" };

function RollFact() {
  const { roll, month } = useFacts();
  const { t } = useTranslation();
  const parts = rollParts
    .filter((part) => roll[part] > 0)
    .map((part) => t(`room.roll.${part}`, { count: roll[part] }));
  return (
    <Link to={`/desk/days/${month}/rollcall`} title={parts.join(t("room.comma"))}>
      {t("room.fact.roll", { present: roll.present, called: roll.called })}
    </Link>
  );
}

function QuorumFact() {
  const { quorum } = useFacts();
  const { t } = useTranslation();
  const { needed, present, invited } = quorum;
  const text = quorum.reached
    ? t("room.fact.quorum", { present, invited })
    : t("room.fact.noQuorum", { present, invited, needed });
  return <StateTag tone={quorum.reached ? "good" : "warn"}>{text}</StateTag>;
}

function LookBackFact() {
  const { lookBack, month } = useFacts();
  const { t } = useTranslation();
  const { stated, total, complete } = lookBack;
  if (total === 0) return <span>{t("room.fact.noLookBack")}</span>;
  return (
    <Link
      to={`/desk/days/${month}/look-back`}
      className={complete ? "room-fact tone-good" : "room-fact tone-warn"}
    >
      <Shape name={complete ? "check" : "triangle"} />
      {t("room.fact.lookBack", { stated, total })}
    </Link>
  );
}

function NextStep({ undecided }: { undecided: number }) {
  const facts = useFacts();
  const { t } = useTranslation();
  const next = nextInRoom(facts, undecided);
  const { needed, present } = facts.quorum;
  const { stated, total } = facts.lookBack;
  return (
    <p className="room-next">
      <span className="room-next-word">{t("room.nextWord")}</span>
      <strong>{t(`room.next.${next}`, { undecided, short: needed - present, left: total - stated })}</strong>
      <span className="room-next-who">{t(`room.nextWho.${next}`)}</span>
    </p>
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
  const { month, host, stage } = useFacts();
  const { t, i18n } = useTranslation();
  const [year, number] = month.split("-").map(Number);
  return (
    <header className="room-head">
      <div className="room-title">
        <h1>
          <Link to={`/desk/days/${month}`}>{t("room.title", { year, month: number })}</Link>
        </h1>
        <span className="room-host">{named(host, i18n.language)}</span>
        <StateTag tone={stageTone[stage] ?? "neutral"}>{t(`room.stage.${stage}`)}</StateTag>
      </div>
      <div className="room-live">{children}</div>
      <div className="room-facts">
        <NextStep undecided={undecided} />
        <RollFact />
        <QuorumFact />
        <LookBackFact />
        <span className="room-links">
          <Link to={`/desk/days/${month}/agenda`}>{t("room.links.agenda")}</Link>
          <Link to={`/desk/days/${month}/screen`}>{t("room.links.screen")}</Link>
          <Link to={`/desk/days/${month}/minutes`}>{t("room.links.minutes")}</Link>
          <Link to={`/desk/days/${month}/history`}>{t("room.links.history")}</Link>
        </span>
      </div>
    </header>
  );
}
