import type { SelectHTMLAttributes } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import type { InvitationClass } from "~/meeting/kind/invitation";

/** Props of {@link ClassSelect}; whatever else a <select> takes goes to it. */
export interface ClassSelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  /** What the kind of meeting offers. */
  classes: readonly InvitationClass[];
  /** How the unit is called now, where it is. */
  now?: InvitationClass;
}

/** Chooses how strongly a unit is called. */
export function ClassSelect({ classes, now, ...rest }: ClassSelectProps) {
  const { t } = useTranslation();
  // Whoever is called in a way that is not offered here keeps it until somebody chooses another.
  const offered = now && !classes.includes(now) ? [now, ...classes] : classes;
  return (
    <select defaultValue={now ?? classes[0]} {...rest}>
      {offered.map((one) => (
        <option key={one} value={one}>
          {t(`session.invitation.${one}`)}
        </option>
      ))}
    </select>
  );
}
