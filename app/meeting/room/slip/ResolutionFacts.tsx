import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { useFacts, useUnitName } from "~/meeting/room/RoomFacts";
import type { Resolution } from "~/record/document/record";
import { isPower, powerFields } from "~/record/document/resolutionKind";
import { DateText } from "~/ui/DateText";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="slip-row">
      <dt className="slip-label">{name}</dt>
      <dd className="slip-value">{children}</dd>
    </div>
  );
}

function Meeting({ value }: { value: string }) {
  const { date } = useFacts();
  return <DateText value={value} now={`${date}T04:00:00Z`} />;
}

/** Props of {@link ResolutionFacts}. */
export interface ResolutionFactsProps {
  resolution: Resolution;
  ordinal: number;
  /** Why it is only to be read. */
  note?: string;
}

/** A resolution to be read: what is filled in, without controls. */
export function ResolutionFacts({ resolution, ordinal, note }: ResolutionFactsProps) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const { text, leadUnitId, assistingUnitIds, dueDate, checkBackDate, measure, evidence } = resolution;
  const { milestones, resourceKind, resourceText, residentText } = resolution;
  return (
    <article className="slip" id={`resolution-${resolution.id}`}>
      <header className="slip-head">
        <h3>
          {t(isPower(resolution) ? "room.resolution.powerTitle" : "room.resolution.title", {
            number: ordinal,
          })}
        </h3>
      </header>
      {note && <p className="slip-note muted small">{note}</p>}
      <dl>
        <Fact name={t("room.part.text")}>{text || t("room.resolution.noText")}</Fact>
        <Fact name={t("room.part.leadUnit")}>{unitName(leadUnitId)}</Fact>
        {isPower(resolution) &&
          powerFields.map((field) => (
            <Fact key={field} name={t(`room.part.${field}`)}>
              {resolution[field]}
            </Fact>
          ))}
        <Fact name={t("room.part.assisting")}>{assistingUnitIds.map(unitName).join(t("room.comma"))}</Fact>
        <Fact name={t("room.part.dueDate")}>{dueDate && <Meeting value={dueDate} />}</Fact>
        <Fact name={t("room.part.milestones")}>
          {milestones.length > 0 && (
            <ol className="slip-steps">
              {milestones.map((step) => (
                <li key={step.id}>
                  {step.text} {step.dueDate && <Meeting value={step.dueDate} />}
                </li>
              ))}
            </ol>
          )}
        </Fact>
        <Fact name={t("room.part.measure")}>{measure}</Fact>
        <Fact name={t("room.part.evidence")}>{evidence}</Fact>
        <Fact name={t("room.part.resource")}>
          {resourceKind !== "none" && `${t(`room.resource.${resourceKind}`)} ${resourceText}`}
        </Fact>
        <Fact name={t("room.part.checkBackDate")}>{checkBackDate && <Meeting value={checkBackDate} />}</Fact>
        <Fact name={t("room.part.residentText")}>{residentText}</Fact>
      </dl>
    </article>
  );
}
