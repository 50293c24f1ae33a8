import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";

/** What is said around a control. */
export interface Wording {
  label: string;
  hint?: ReactNode;
  /** Marks the answer as optional. */
  optional?: boolean;
  /** Keeps the label for screen readers only, where a column head already shows it. */
  labelHidden?: boolean;
  /** Takes the whole row in a form of two columns. */
  wide?: boolean;
}

/** Props of {@link Labelled} and {@link LabelledSet}. */
export interface LabelledProps extends Wording {
  /** The id of the control, or of the set. */
  id: string;
  /** The id of the hint, which the control names in `aria-describedby`. */
  hintId: string;
  invalid?: boolean;
  children: ReactNode;
}

const frameClass = ({ wide }: Wording) => (wide ? "field wide" : "field");
const labelClass = ({ labelHidden }: Wording) => (labelHidden ? "visually-hidden" : "field-label");

function LabelText({ label, optional }: Wording) {
  const { t } = useTranslation();
  return (
    <>
      {label}
      {optional && <span className="field-optional">{t("ui.optional")}</span>}
    </>
  );
}

function Hint({ hint, hintId }: LabelledProps) {
  if (!hint) return null;
  return (
    <div className="field-hint" id={hintId}>
      {hint}
    </div>
  );
}

/** Label above, hint under the label, then the control and what is wrong with it. */
export function Labelled(props: LabelledProps) {
  const { id, invalid, children } = props;
  return (
    <div className={frameClass(props)} data-invalid={invalid ? "" : undefined}>
      <label className={labelClass(props)} htmlFor={id}>
        <LabelText {...props} />
      </label>
      <Hint {...props} />
      {children}
    </div>
  );
}

/** The same around several controls that answer one question; carries the id itself, so that a link can lead to it. */
export function LabelledSet(props: LabelledProps & { describedBy?: string }) {
  const { id, invalid, describedBy, children } = props;
  return (
    <fieldset
      className={frameClass(props)}
      id={id}
      tabIndex={-1}
      data-invalid={invalid ? "" : undefined}
      aria-describedby={describedBy}
    >
      <legend className={labelClass(props)}>
        <LabelText {...props} />
      </legend>
      <Hint {...props} />
      {children}
    </fieldset>
  );
}
