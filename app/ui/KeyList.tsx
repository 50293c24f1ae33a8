import { useTranslation } from "~/i18n/useTranslation";

/** The keys of one part of a page, folded away until somebody asks for them. */
export function KeyList({ keys }: { keys: readonly [string, string][] }) {
  const { t } = useTranslation();
  return (
    <details className="key-list no-print">
      <summary>{t("problem.keys")}</summary>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
