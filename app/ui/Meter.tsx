import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";

/** Something not there yet, with where to supply it. */
export interface MissingItem {
  label: ReactNode;
  /** A page, or "#field-id". */
  href?: string;
}

/** Props of {@link Meter}. */
export interface MeterProps {
  label: string;
  have: number;
  need: number;
  missing?: readonly MissingItem[];
}

/** How much of what is needed is there, and by name what is not. */
export function Meter({ label, have, need, missing = [] }: MeterProps) {
  const { t } = useTranslation();
  const complete = have >= need;
  const share = need === 0 ? 100 : Math.min(100, Math.round((have / need) * 100));
  return (
    <div className="meter" data-complete={complete ? "" : undefined}>
      <p className="meter-head">
        <span>{label}</span>
        <span className="num">
          {complete ? t("ui.meter.complete") : t("ui.meter.progress", { have, need })}
        </span>
      </p>
      {/* A drawn bar: <meter> cannot be styled alike in all browsers, and inline widths are refused by a strict style policy. */}
      <svg className="meter-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="meter-track" width="100" height="4" />
        <rect className="meter-fill" width={share} height="4" />
      </svg>
      {!complete && missing.length > 0 && (
        <div className="meter-missing">
          <span>{t("ui.meter.missing", { missing: need - have })}</span>
          <ul>
            {missing.map(({ label: name, href }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list made anew on every load, never reordered in place
              <li key={at}>{href === undefined ? name : <a href={href}>{name}</a>}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
