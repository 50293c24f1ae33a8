import { Link } from "@remix-run/react";
import { useId } from "react";
import { newNeedAddress } from "~/address/resources";
import { useTranslation } from "~/i18n/useTranslation";
import { DraftArea } from "~/meeting/field/FieldInRecord";
import { lacksResource } from "~/meeting/minutes/missingForMinutes";
import { amountWords } from "~/meeting/resource/amountWords";
import { moneyIn } from "~/meeting/resource/resource";
import type { RoomPromise } from "~/meeting/resource/shownResource";
import { isOnSlip, withPromise } from "~/meeting/resource/slip";
import { useFacts } from "~/meeting/room/RoomFacts";
import {
  type Resolution,
  type ResourceKind,
  resourceKinds,
  setResolutionField,
} from "~/record/document/record";
import { useLive } from "~/record/live/LiveRecord";
import { ResolutionRow, useFieldPresence } from "./ResolutionRow";

/** What was read as the amount of the money that is promised; asks for it where none is said. */
function MoneySaid({ words }: { words: string }) {
  const { t, i18n } = useTranslation();
  if (words.trim() === "") return null;
  const amount = moneyIn(words);
  if (amount === null) return <p className="slip-said tone-warn">{t("room.resource.amountless")}</p>;
  const said = amountWords(t, i18n.language, { kind: "money", amount, countedIn: "" });
  return <p className="slip-said">{t("room.resource.amount", { said })}</p>;
}

/** What is promised for a resolution: people, money, an approval, or nothing. */
export function ResolutionResource({ resolution }: { resolution: Resolution }) {
  const { document } = useLive();
  const { t } = useTranslation();
  const id = useId();
  const presence = useFieldPresence(resolution.id, "resource");
  const { resourceKind, resourceText } = resolution;
  const lacking = lacksResource(resolution);
  const sentence = `${id}-lacking`;
  return (
    <ResolutionRow
      resolutionId={resolution.id}
      field="resource"
      label={t("room.part.resource")}
      htmlFor={id}
      missing={lacking}
    >
      <div className="slip-pair">
        <select
          id={id}
          className="input"
          value={resourceKind}
          onChange={(event) =>
            setResolutionField(document, resolution.id, "resourceKind", event.target.value as ResourceKind)
          }
          {...presence}
        >
          {resourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`room.resource.${kind}`)}
            </option>
          ))}
        </select>
        {resourceKind !== "none" && (
          <DraftArea
            value={resourceText}
            aria-label={t("room.resource.what")}
            placeholder={t("room.resource.what")}
            aria-invalid={lacking || undefined}
            aria-describedby={lacking ? sentence : undefined}
            onCommit={(words) => setResolutionField(document, resolution.id, "resourceText", words)}
            {...presence}
          />
        )}
      </div>
      {lacking && (
        <div className="field-errors" id={sentence}>
          <p>{t("room.resource.wordless")}</p>
        </div>
      )}
      {resourceKind === "money" && <MoneySaid words={resourceText} />}
      <Promised resolution={resolution} />
    </ResolutionRow>
  );
}

/** What is promised for the topic and not on the slip yet, each taken by one press; and the way to say what is needed. */
function Promised({ resolution }: { resolution: Resolution }) {
  const { document, undo } = useLive();
  const { t } = useTranslation();
  const { promises, slug } = useFacts();
  const { id, topicId } = resolution;
  const offered = promises.filter(
    (one) =>
      one.topicId === topicId &&
      (one.resolutionId === null || one.resolutionId === id) &&
      !isOnSlip(resolution, one),
  );
  function take(promise: RoomPromise) {
    const { resourceKind, resourceText } = withPromise(resolution, promise);
    undo.step();
    setResolutionField(document, id, "resourceKind", resourceKind);
    setResolutionField(document, id, "resourceText", resourceText);
  }
  return (
    <div className="slip-promised">
      {offered.map((promise) => (
        <button key={promise.number} type="button" className="slip-add" onClick={() => take(promise)}>
          {t("resource.promise.take", { words: promise.words })}
        </button>
      ))}
      <Link className="slip-add" to={newNeedAddress({ meeting: slug, resolution: id })}>
        {t("resource.need.add")}
      </Link>
    </div>
  );
}
