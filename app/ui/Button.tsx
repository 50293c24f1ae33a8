import type { ButtonHTMLAttributes } from "react";
import { useTranslation } from "~/i18n/useTranslation";

/** primary: the one thing to do here. secondary: others. quiet: beside text. danger: cannot simply be taken back. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

/** Props of {@link Button}. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  /** The act is under way: says so, and takes no second press. */
  busy?: boolean;
  size?: "normal" | "small";
}

/** The class of everything that looks like a button. */
export function buttonClass(
  variant: ButtonVariant,
  size: "normal" | "small" = "normal",
  more?: string,
): string {
  return ["btn", `btn-${variant}`, size === "small" ? "btn-small" : "", more ?? ""].filter(Boolean).join(" ");
}

/** A button that says what it does. Submits its form unless `type="button"`. */
export function Button({ variant = "secondary", size, busy, className, children, ...rest }: ButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      type="submit"
      {...rest}
      className={buttonClass(variant, size, className)}
      aria-busy={busy || undefined}
      disabled={busy || rest.disabled}
    >
      {children}
      {busy && <span className="btn-busy">{t("ui.button.busy")}</span>}
    </button>
  );
}
