import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { useDismiss } from "~/ui/useDismiss";

/** One entry of the work side's navigation, as the person's right allows. */
export interface NavItem {
  to: string;
  label: string;
  current?: boolean;
  count?: number;
}

function NavLinks({ items }: { items: readonly NavItem[] }) {
  return items.map(({ to, label, current, count }) => (
    <li key={to}>
      <Link to={to} prefetch="intent" aria-current={current ? "page" : undefined}>
        <span className="nav-label">{label}</span>
        {count !== undefined && count > 0 && <span className="count num">{count}</span>}
      </Link>
    </li>
  ));
}

/** The navigation at the left of a wide page. */
export function SideNav({ items }: { items: readonly NavItem[] }) {
  const { t } = useTranslation();
  return (
    <nav className="side-nav" aria-label={t("ui.frame.nav")}>
      <ul>
        <NavLinks items={items} />
      </ul>
    </nav>
  );
}

function MoreItems({ items }: { items: readonly NavItem[] }) {
  const { t } = useTranslation();
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useDismiss(details);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving on another page closes what led there
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);
  return (
    <li>
      <details className="bottom-more" ref={details}>
        <summary data-current={items.some((item) => item.current) ? "" : undefined}>{t("ui.more")}</summary>
        <ul>
          <NavLinks items={items} />
        </ul>
      </details>
    </li>
  );
}

/** The same on a phone: the first four at the bottom, the others under "more". */
export function BottomNav({ items }: { items: readonly NavItem[] }) {
  const { t } = useTranslation();
  const rest = items.slice(4);
  return (
    <nav className="bottom-nav" aria-label={t("ui.frame.nav")}>
      <ul>
        <NavLinks items={items.slice(0, 4)} />
        {rest.length > 0 && <MoreItems items={rest} />}
      </ul>
    </nav>
  );
}
