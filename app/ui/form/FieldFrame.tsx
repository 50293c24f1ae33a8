import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { FieldErrors } from "./FieldErrors";
import { Labelled, type Wording } from "./Labelled";

/** What every field takes; where `optional` is left out, the form's constraints decide. */
export interface FieldProps<Schema> extends Wording {
  field: FieldMetadata<Schema>;
}

/** The wording of a field for its frame, with the ids and the state that its form gives it. */
export function framing<Schema>({ field, label, hint, optional, labelHidden, wide }: FieldProps<Schema>) {
  return {
    ...{ label, hint, labelHidden, wide },
    id: field.id,
    hintId: field.descriptionId,
    optional: optional ?? field.required === false,
    invalid: isWrong(field),
  };
}

/** Whether something is wrong with what was sent in a field. */
export function isWrong<Schema>(field: FieldMetadata<Schema>): boolean {
  return Boolean(field.errors?.length);
}

/** The ids a control is described by, for aria-describedby; undefined when there are none. */
export function describedBy<Schema>(field: FieldMetadata<Schema>, hint: ReactNode): string | undefined {
  const ids = [hint ? field.descriptionId : "", isWrong(field) ? field.errorId : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** What a control says of its field: that it is wrong, and which texts describe it. */
export function controlState<Schema>({ field, hint }: Pick<FieldProps<Schema>, "field" | "hint">) {
  return { "aria-invalid": isWrong(field) || undefined, "aria-describedby": describedBy(field, hint) };
}

/** Label above, hint under the label, the control, errors under it. */
export function FieldFrame<Schema>({ children, ...props }: FieldProps<Schema> & { children: ReactNode }) {
  return (
    <Labelled {...framing(props)}>
      {children}
      <FieldErrors field={props.field} />
    </Labelled>
  );
}
