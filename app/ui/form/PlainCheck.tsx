import { usePlainField } from "./usePlainField";

/** Props of {@link PlainCheck}. */
export interface PlainCheckProps {
  name: string;
  label: string;
  hint?: string;
}

/** Something that is so or not (`yes`) in a form that is checked where it is sent; keeps what was chosen when refused. */
export function PlainCheck({ name, label, hint }: PlainCheckProps) {
  const { frame, control, typed } = usePlainField(name, hint);
  return (
    <div className="field wide">
      <div className="choice">
        <input {...control} type="checkbox" value="yes" defaultChecked={typed === "yes"} />
        <label htmlFor={frame.id}>{label}</label>
      </div>
      {hint && (
        <div className="field-hint" id={frame.hintId}>
          {hint}
        </div>
      )}
    </div>
  );
}
