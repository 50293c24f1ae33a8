import { useTranslation } from "~/i18n/useTranslation";
import { isDecided } from "~/meeting/conduct/topic";
import { RoomOutcomeForm } from "~/meeting/room/outcome/RoomOutcomeForm";
import { RoomReservations } from "~/meeting/room/outcome/RoomReservations";
import { ResolutionFacts } from "~/meeting/room/slip/ResolutionFacts";
import { ResolutionSlip } from "~/meeting/room/slip/ResolutionSlip";
import {
  isBlankResolution,
  listResolutions,
  type Resolution,
  restoreResolution,
  topicById,
} from "~/record/document/record";
import { useLive, useRecord } from "~/record/live/LiveRecord";
import { Button } from "~/ui/Button";
import { useFacts } from "./RoomFacts";
import { useMayWrite } from "./useMayWrite";

function Withdrawn({ resolution }: { resolution: Resolution }) {
  const { document, undo } = useLive();
  const writes = useMayWrite()({ kind: "resolutions", topicId: resolution.topicId });
  const { t } = useTranslation();
  return (
    <li className="slip-withdrawn">
      <span>
        {t("room.resolution.withdrawn")} <s>{resolution.text || t("room.resolution.noText")}</s>
      </span>
      {writes && (
        <Button
          type="button"
          variant="quiet"
          size="small"
          onClick={() => {
            undo.step();
            restoreResolution(document, resolution.id);
          }}
        >
          {t("room.resolution.restore")}
        </Button>
      )}
    </li>
  );
}

/** To be filled in by whoever writes, except what was decided and what minutes have adopted. */
function Slip({ resolution, ordinal }: { resolution: Resolution; ordinal: number }) {
  const writes = useMayWrite()({ kind: "resolutions", topicId: resolution.topicId });
  const { amendment } = useFacts();
  const { t } = useTranslation();
  if (amendment?.adopted.includes(resolution.id))
    return <ResolutionFacts resolution={resolution} ordinal={ordinal} note={t("amendment.adopted")} />;
  if (!writes) return <ResolutionFacts resolution={resolution} ordinal={ordinal} />;
  return <ResolutionSlip resolution={resolution} ordinal={ordinal} />;
}

/** Props of {@link RoomResolutions}. */
export interface RoomResolutionsProps {
  topicId: string | null;
  onAdd: () => void;
}

/** What was decided on the open topic, its resolutions as slips being filled in, and who has reservations. */
export function RoomResolutions({ topicId, onAdd }: RoomResolutionsProps) {
  const writes = useMayWrite()({ kind: "resolutions", topicId });
  const { t } = useTranslation();
  const topic = useRecord(
    "topics",
    (document) => (topicId ? topicById(document, topicId) : null),
    topicId ?? "",
  );
  const all = useRecord(
    "resolutions",
    (document) => (topicId ? listResolutions(document, topicId, { withdrawn: true }) : []),
    topicId ?? "",
  );
  if (!topic) return null;
  const kept = all.filter((one) => !one.withdrawn).map(withoutWithdrawnSteps);
  // One that was added by mistake and taken back is not worth a line.
  const withdrawn = all.filter((one) => one.withdrawn && !isBlankResolution(one));
  return (
    <>
      <h2 className="pane-head">
        {t("room.pane.resolutions")}
        <span className="pane-note">{topic.title}</span>
      </h2>
      {isDecided(topic.kind) && <RoomOutcomeForm key={topic.id} topicId={topic.id} />}
      {kept.length === 0 && (
        <p className="pane-empty">
          {isDecided(topic.kind) ? t("room.resolution.empty") : t("room.resolution.undecided")}
        </p>
      )}
      <div className="slips">
        {kept.map((resolution, at) => (
          <Slip key={resolution.id} resolution={resolution} ordinal={at + 1} />
        ))}
      </div>
      {withdrawn.length > 0 && (
        <ul className="withdrawn">
          {withdrawn.map((resolution) => (
            <Withdrawn key={resolution.id} resolution={resolution} />
          ))}
        </ul>
      )}
      {writes && isDecided(topic.kind) && (
        <Button type="button" className="slip-new" onClick={onAdd}>
          {t("room.resolution.add")} <kbd>N</kbd>
        </Button>
      )}
      {isDecided(topic.kind) && <RoomReservations key={`reserved ${topic.id}`} topicId={topic.id} />}
    </>
  );
}

function withoutWithdrawnSteps(resolution: Resolution): Resolution {
  return { ...resolution, milestones: resolution.milestones.filter((step) => !step.withdrawn) };
}
