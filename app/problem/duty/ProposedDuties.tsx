import { type FieldMetadata, getInputProps } from "@conform-to/react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { fillIn } from "~/ui/fillIn";
import { useHydrated } from "~/ui/useHydrated";
import { DutyLink, DutyWarning, type ShownDuty } from "./DutyNote";
import { DutyProposals } from "./DutyProposals";
import type { DutyProposal } from "./dutyProposals.server";

/** Props of {@link ProposedDuties}. */
export interface ProposedDutiesProps {
  field: FieldMetadata<string | null | undefined>;
  proposals: readonly DutyProposal[];
  /** The items that problems on the page carry already, by id. */
  carried: Record<string, ShownDuty>;
  streetId: string;
  inside: RefObject<HTMLElement>;
}

/** The item that is chosen in the form, also where something else has set the field. */
function useChosen({ field, inside }: ProposedDutiesProps) {
  const [id, setId] = useState(field.initialValue ?? "");
  useEffect(() => {
    const form = inside.current?.closest("form");
    const follow = () => {
      const control = form?.elements.namedItem(field.name);
      if (control instanceof HTMLInputElement) setId(control.value);
    };
    const onReset = () => setTimeout(follow);
    form?.addEventListener("input", follow);
    form?.addEventListener("reset", onReset);
    return () => {
      form?.removeEventListener("input", follow);
      form?.removeEventListener("reset", onReset);
    };
  }, [field.name, inside]);
  return id;
}

/** Proposes the unit that has the power from the duty lists while a problem is written; nothing is taken unasked. */
export function ProposedDuties(props: ProposedDutiesProps) {
  const { field, proposals, carried, streetId, inside } = props;
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const chosen = useChosen(props);
  const { key, ...control } = getInputProps(field, { type: "text", ariaAttributes: false });
  const taken = carried[chosen] ?? proposals.find(({ id }) => id === chosen);
  const others = proposals.filter(({ id }) => id !== chosen);
  const fill = (values: Record<string, string>) => {
    const form = inside.current?.closest("form");
    for (const [name, value] of Object.entries(values)) if (form) fillIn(form, name, [value]);
  };
  const take = ({ id, unit, basis }: DutyProposal) =>
    fill({ powerUnitId: unit?.id ?? streetId, ...(basis && { legalBasis: basis }), dutyItemId: id });
  return (
    <section
      className="duty-proposals"
      aria-label={t("duty.proposal.title")}
      data-filling=""
      data-empty={!taken && others.length === 0 ? "" : undefined}
    >
      {/* Kept and sent with the form as if it had been typed. */}
      <input key={key} {...control} className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      {taken && (
        <div className="stack-tight">
          <h3>{t("duty.proposal.taken")}</h3>
          <p>
            <DutyLink duty={taken} />
          </p>
          <DutyWarning duty={taken} />
          {hydrated && (
            <Button type="button" variant="quiet" size="small" onClick={() => fill({ dutyItemId: "" })}>
              {t("duty.proposal.drop")}
            </Button>
          )}
        </div>
      )}
      {!taken && others.length === 0 && (
        <div className="stack-tight">
          <h3>{t("duty.proposal.title")}</h3>
          <p className="field-hint">{t("duty.proposal.wait")}</p>
        </div>
      )}
      {others.length > 0 && (
        <div className="stack-tight">
          <h3>{t("duty.proposal.title")}</h3>
          <p className="field-hint">{t("duty.proposal.hint")}</p>
          <DutyProposals
            proposals={others}
            taking={(proposal) => (
              <Button type="button" size="small" onClick={() => take(proposal)}>
                {t("duty.proposal.take")}
              </Button>
            )}
          />
        </div>
      )}
    </section>
  );
}
