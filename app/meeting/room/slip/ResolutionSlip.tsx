import { memo, type ReactNode, useId } from "react";
import { isFarAhead } from "~/calendar/day";
import { useTranslation } from "~/i18n/useTranslation";
import { DayInRecord } from "~/meeting/field/DayInRecord";
import { DraftArea } from "~/meeting/field/FieldInRecord";
import { SharedTextArea } from "~/meeting/field/SharedTextArea";
import { kindOf } from "~/meeting/kind/kind";
import { isHolding } from "~/meeting/kind/resolutionPart";
import { isCheckedTooEarly, missingParts } from "~/meeting/minutes/missingForMinutes";
import { useFacts } from "~/meeting/room/RoomFacts";
import {
  type Resolution,
  type ResolutionTextField,
  resolutionText,
  setResolutionField,
  withdrawResolution,
} from "~/record/document/record";
import { isPower } from "~/record/document/resolutionKind";
import { useLive, useRecord } from "~/record/live/LiveRecord";
import { Button } from "~/ui/Button";
import { Shape } from "~/ui/Shape";
import { OpenTasksLike } from "./OpenTasksLike";
import { onSlipKey } from "./onSlipKey";
import { PowerRows, ResolvedAs } from "./PowerRows";
import { ResolutionMilestones } from "./ResolutionMilestones";
import { ResolutionResource } from "./ResolutionResource";
import { ResolutionRow, useFieldPresence } from "./ResolutionRow";
import { AssistingUnits, LeadUnit } from "./ResolutionUnits";
import { useSlipHelp } from "./useSlipHelp";

type SlipField = ResolutionTextField | "measure" | "evidence" | "dueDate" | "checkBackDate";

/** What a control of a slip takes: its id, and that somebody is in it. */
type FieldControl = { id: string } & ReturnType<typeof useFieldPresence>;

interface RowProps {
  resolution: Resolution;
  missing: boolean;
}

/** One field of a slip in its line: what it is called, what it lacks, and who else is in it. */
function FieldRow(props: RowProps & { field: SlipField; children: (control: FieldControl) => ReactNode }) {
  const { resolution, missing, field, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const presence = useFieldPresence(resolution.id, field);
  const label = t(`room.part.${field}`);
  return (
    <ResolutionRow resolutionId={resolution.id} {...{ field, label, missing }} htmlFor={id}>
      {children({ id, ...presence })}
    </ResolutionRow>
  );
}

function TextRow(props: RowProps & { field: ResolutionTextField }) {
  const { resolution, field } = props;
  const { t } = useTranslation();
  const text = useRecord(
    "resolutions",
    (document) => resolutionText(document, resolution.id, field),
    `${resolution.id}/${field}`,
  );
  return (
    <FieldRow {...props}>
      {(control) =>
        text && <SharedTextArea {...control} text={text} placeholder={t(`room.partHint.${field}`)} />
      }
    </FieldRow>
  );
}

function WordsRow(props: RowProps & { field: "measure" | "evidence" }) {
  const { resolution, field } = props;
  const { document } = useLive();
  const { t } = useTranslation();
  return (
    <FieldRow {...props}>
      {(control) => (
        <DraftArea
          {...control}
          value={resolution[field]}
          placeholder={t(`room.partHint.${field}`)}
          onCommit={(words) => setResolutionField(document, resolution.id, field, words)}
        />
      )}
    </FieldRow>
  );
}

/** What cannot hold about a day of a slip, in words. */
function useDayFault(resolution: Resolution, field: "dueDate" | "checkBackDate"): string | null {
  const { date } = useFacts();
  const { t } = useTranslation();
  const { dueDate } = resolution;
  if (field === "checkBackDate")
    return isCheckedTooEarly(resolution) ? t("room.fault.checkedTooEarly") : null;
  if (dueDate && dueDate < date) return t("room.fault.dueBeforeMeeting");
  return dueDate && isFarAhead(dueDate, date) ? t("room.fault.dueFarAhead") : null;
}

function DayRow(props: RowProps & { field: "dueDate" | "checkBackDate" }) {
  const { resolution, field } = props;
  const { document } = useLive();
  const { date, unusualDays } = useFacts();
  const { t } = useTranslation();
  const fault = useDayFault(resolution, field);
  return (
    <FieldRow {...props}>
      {(control) => (
        <DayInRecord
          {...control}
          label={t(`room.part.${field}`)}
          value={resolution[field]}
          today={date}
          unusual={unusualDays}
          fault={fault}
          onCommit={(day) => setResolutionField(document, resolution.id, field, day)}
        />
      )}
    </FieldRow>
  );
}

/** What a resolution still lacks before it can be issued, said quietly. */
export function StillMissing({ resolution }: { resolution: Resolution }) {
  const { t } = useTranslation();
  const missing = useMissing(resolution);
  if (missing.length === 0)
    return (
      <span className="slip-state tone-good">
        <Shape name="check" /> {t("room.resolution.complete")}
      </span>
    );
  const parts = missing
    .map((part) => (isHolding(part) ? t(`session.part.${part}`) : t(`room.part.${part}`)))
    .join(t("room.comma"));
  return <span className="slip-state muted">{t("room.resolution.missing", { parts })}</span>;
}

function useMissing(resolution: Resolution) {
  const { leads, date, kind } = useFacts();
  const { resolutionsSay } = kindOf({ kind });
  const leadUnitIds = new Set(leads.map(({ id }) => id));
  return missingParts(resolution, { date, leadUnitIds, resolutionsSay });
}

/** A resolution as a slip of paper being filled in by several people. */
export const ResolutionSlip = memo(function ResolutionSlip(props: {
  resolution: Resolution;
  ordinal: number;
}) {
  const { resolution, ordinal } = props;
  const { document, undo } = useLive();
  const { t } = useTranslation();
  const missing = useMissing(resolution);
  const { help, onFocus } = useSlipHelp(resolution);
  const lacks = (part: (typeof missing)[number]) => missing.includes(part);
  return (
    <article
      className="slip"
      id={`resolution-${resolution.id}`}
      onKeyDown={({ nativeEvent }) => onSlipKey(nativeEvent)}
      onFocus={onFocus}
    >
      <header className="slip-head">
        <h3>
          {t(isPower(resolution) ? "room.resolution.powerTitle" : "room.resolution.title", {
            number: ordinal,
          })}
        </h3>
        <StillMissing resolution={resolution} />
      </header>
      <TextRow resolution={resolution} field="text" missing={lacks("text")} />
      <OpenTasksLike tasks={help.tasks} />
      <LeadUnit resolution={resolution} missing={lacks("leadUnit")} byWords={help.leads} />
      {isPower(resolution) ? (
        <PowerRows
          resolution={resolution}
          lacks={lacks}
          duties={help.leads.map(({ duty }) => duty).filter(Boolean)}
        />
      ) : (
        <>
          <AssistingUnits resolution={resolution} fault={lacks("assisting")} />
          <DayRow resolution={resolution} field="dueDate" missing={lacks("dueDate")} />
          <ResolutionMilestones resolution={resolution} />
          <WordsRow resolution={resolution} field="measure" missing={lacks("measure")} />
          <WordsRow resolution={resolution} field="evidence" missing={lacks("evidence")} />
          <ResolutionResource resolution={resolution} />
          <DayRow resolution={resolution} field="checkBackDate" missing={lacks("checkBackDate")} />
        </>
      )}
      <TextRow resolution={resolution} field="residentText" missing={lacks("residentText")} />
      <footer className="slip-foot">
        <ResolvedAs resolution={resolution} />
        <Button
          type="button"
          variant="quiet"
          size="small"
          onClick={() => {
            undo.step();
            withdrawResolution(document, resolution.id);
          }}
        >
          {t("room.resolution.withdraw")}
        </Button>
      </footer>
    </article>
  );
});
