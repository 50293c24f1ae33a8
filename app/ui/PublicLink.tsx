import { useLocation } from "@remix-run/react";
import type { AnchorHTMLAttributes } from "react";

/** The language asked for in the address, or null where the browser's own is used. */
export function useAskedLanguage(): string | null {
  return new URLSearchParams(useLocation().search).get("lang");
}

/** Props of {@link PublicLink}; whatever else an <a> takes goes to it. */
export interface PublicLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  to: string;
}

/**
 * A link between pages without script. A language asked for in the address stays asked for: public pages set
 * no cookie that could remember it.
 */
export function PublicLink({ to, children, ...rest }: PublicLinkProps) {
  const language = useAskedLanguage();
  const href = language ? `${to}${to.includes("?") ? "&" : "?"}lang=${encodeURIComponent(language)}` : to;
  return (
    <a {...rest} href={href}>
      {children}
    </a>
  );
}
