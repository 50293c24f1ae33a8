import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./Button";

/** Props of {@link ButtonLink}. */
export interface ButtonLinkProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant;
  size?: "normal" | "small";
}

/** A link to where something is done, looking like the button that starts it. */
export function ButtonLink({ variant = "secondary", size, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={buttonClass(variant, size, className)} />;
}
