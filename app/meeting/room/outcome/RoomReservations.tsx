import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import type { FormAnswer } from "~/access/formAnswer";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { reservationShown, type ShownReservation } from "~/meeting/reservation/reservation";
import { useFacts } from "~/meeting/room/RoomFacts";
import type { RoomReserving } from "~/meeting/room/roomView";
import { Button } from "~/ui/Button";
import { isOvertaken, Meanwhile } from "~/ui/form/Meanwhile";
import { OnceKey } from "~/ui/OnceKey";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { StateTag } from "~/ui/StateTag";
import { useHydrated } from "~/ui/useHydrated";

interface WriteProps {
  topicId: string;
  /** For whom it can be written: of several, one chooses. */
  units: readonly RoomReserving[];
  entered: ShownReservation | undefined;
  onDone: () => void;
}

/** What a unit does not go along with, being written. */
function Write({ topicId, units, entered, onDone }: WriteProps) {
  const { t, i18n } = useTranslation();
  const hydrated = useHydrated();
  const fetcher = useFetcher<FormAnswer>();
  const done = fetcher.state === "idle" && fetcher.data?.done === true;
  const refusal = isOvertaken(fetcher.data) ? undefined : fetcher.data?.refusal;
  const id = `reserve-${topicId}-${entered?.unitId ?? "new"}`;
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  return (
    <fetcher.Form method="post" className="stack-tight" id={id}>
      <OnceKey />
      <Meanwhile
        now={reservationShown(entered)}
        labels={{ words: t("room.reservation.words") }}
        answer={fetcher.data}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <input type="hidden" name="intent" value="reserve" />
      <input type="hidden" name="topicId" value={topicId} />
      {hydrated && <input type="hidden" name="stay" />}
      {units.length === 1 ? (
        <input type="hidden" name="unitId" value={units[0]!.unitId} />
      ) : (
        <label className="field" htmlFor={`${id}-unit`}>
          <span className="field-label">{t("room.reservation.unit")}</span>
          <select className="input" id={`${id}-unit`} name="unitId">
            {units.map(({ unitId, name }) => (
              <option key={unitId} value={unitId}>
                {named(name, i18n.language)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="field" htmlFor={`${id}-words`}>
        <span className="field-label">{t("room.reservation.words")}</span>
        <textarea
          className="input"
          id={`${id}-words`}
          name="words"
          rows={3}
          required
          maxLength={1_000}
          defaultValue={entered?.words}
        />
      </label>
      <div className="form-actions">
        <Button variant="primary" size="small" busy={fetcher.state !== "idle"}>
          {t("room.reservation.enter")}
        </Button>
        {hydrated && (
          <Button type="button" variant="quiet" size="small" onClick={onDone}>
            {t("ui.cancel")}
          </Button>
        )}
      </div>
    </fetcher.Form>
  );
}

/** One press about a reservation that stands. */
function Act({ intent, reservation }: { intent: string; reservation: ShownReservation }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const fetcher = useFetcher<FormAnswer>();
  return (
    <fetcher.Form method="post">
      <OnceKey />
      <input type="hidden" name="reservationId" value={reservation.id} />
      {hydrated && <input type="hidden" name="stay" />}
      {fetcher.data?.refusal && <RefusalNotice messageKey={`refusal.${fetcher.data.refusal.code}`} />}
      <Button
        size="small"
        variant={intent === "readReservation" ? "secondary" : "quiet"}
        name="intent"
        value={intent}
        busy={fetcher.state !== "idle"}
      >
        {t(`room.reservation.act.${intent as "readReservation" | "withdrawReservation"}`)}
      </Button>
    </fetcher.Form>
  );
}

interface LineProps {
  reservation: ShownReservation;
  onChange: (() => void) | null;
}

/** One reservation with what its reader may do about it. */
function Line({ reservation, onChange }: LineProps) {
  const { t, i18n } = useTranslation();
  const { conducts, stage } = useFacts();
  const { unit, words, readAt, own } = reservation;
  const reads = conducts && readAt === null && stage === "inSession";
  return (
    <li className="reservation">
      <p>
        <strong>{unit ? named(unit, i18n.language) : t("room.reservation.unnamed")}</strong>{" "}
        <StateTag tone={readAt ? "good" : "warn"}>
          {readAt ? t("room.reservation.read") : t("room.reservation.unread")}
        </StateTag>
      </p>
      <p className="as-written">{words}</p>
      <div className="cluster">
        {reads && <Act intent="readReservation" reservation={reservation} />}
        {own && onChange && (
          <Button type="button" size="small" variant="quiet" onClick={onChange}>
            {t("room.reservation.change")}
          </Button>
        )}
        {own && <Act intent="withdrawReservation" reservation={reservation} />}
      </div>
    </li>
  );
}

/** 保留意见: what units do not go along with on a topic, entered by the unit itself and read out by whoever leads. */
export function RoomReservations({ topicId }: { topicId: string }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const { reservations, reserving } = useFacts();
  const stop = useCallback(() => setWrites(null), []);
  /** Whose is being written: a unit's id, "" for one more. */
  const [writes, setWrites] = useState<string | null>(null);
  const here = reservations.filter((one) => one.topicId === topicId);
  const open = reserving.filter(({ unitId }) => !here.some((one) => one.unitId === unitId));
  if (here.length === 0 && open.length === 0) return null;
  const changes = here.find((one) => one.unitId !== null && one.unitId === writes);
  return (
    <section className="outcome reservations" aria-labelledby={`reservations-${topicId}`}>
      <h3 id={`reservations-${topicId}`}>{t("room.reservation.title")}</h3>
      {here.length > 0 && (
        <ul className="reservation-list">
          {here.map((one) =>
            one === changes ? (
              <li key={one.id}>
                <Write
                  topicId={topicId}
                  units={[{ unitId: one.unitId!, name: one.unit! }]}
                  entered={one}
                  onDone={stop}
                />
              </li>
            ) : (
              <Line
                key={one.id}
                reservation={one}
                onChange={hydrated && one.own ? () => setWrites(one.unitId) : null}
              />
            ),
          )}
        </ul>
      )}
      {open.length > 0 &&
        (writes === "" || !hydrated ? (
          <Write topicId={topicId} units={open} entered={undefined} onDone={stop} />
        ) : (
          <Button type="button" size="small" variant="quiet" onClick={() => setWrites("")}>
            {t("room.reservation.add")}
          </Button>
        ))}
    </section>
  );
}
