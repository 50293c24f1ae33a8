import type { RefObject } from "react";
import { useCarried } from "~/unit/useCarried";
import { UnitTyping, type UnitTypingProps } from "./UnitTyping";

/** Props of {@link UnitCombo}; whatever else an <input> takes goes to it. */
export interface UnitComboFieldProps extends Omit<UnitTypingProps, "chosen" | "choose"> {
  /** The element around the plain controls. */
  carrier: RefObject<HTMLElement>;
}

/** The field in which units are typed, over the plain controls that the form sends. */
export function UnitCombo({ carrier, ...rest }: UnitComboFieldProps) {
  const [chosen, choose] = useCarried(carrier);
  return <UnitTyping {...rest} {...{ chosen, choose }} />;
}
