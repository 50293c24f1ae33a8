import { useTranslation } from "~/i18n/useTranslation";
import { Gapped } from "~/meeting/sheet/Gapped";
import type { Annex } from "./paperAnnexes";
import type { WordedPaper } from "./paperBlocks";

/** Which annexes there are, below the text. */
export function AnnexList({ words: { annexes } }: { words: WordedPaper }) {
  const { t } = useTranslation();
  if (annexes.length === 0) return null;
  return (
    <dl className="paper-attendance paper-annex-list">
      <div>
        <dt>{t("session.paper.annexes")}</dt>
        <dd>
          {annexes.map(({ title }, at) => (
            <span key={title}>{annexes.length > 1 ? `${at + 1}. ${title}` : title}</span>
          ))}
        </dd>
      </div>
    </dl>
  );
}

/** The annexes as tables; printed, each begins a page. */
export function AnnexTables({ words: { annexes } }: { words: WordedPaper }) {
  return annexes.map((annex) => <AnnexTable key={annex.title} annex={annex} />);
}

function AnnexTable({ annex: { mark, title, columns, rows } }: { annex: Annex }) {
  return (
    <div className="paper-annex">
      <p className="paper-h1">{mark}</p>
      <h3 className="paper-annex-title">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table is wider than the page, and is moved by keyboard too */}
      <section className="paper-annex-scroll" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map(({ label, width }) => (
                <th key={label} scope="col" data-width={width}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map((text, at) => (
                  <td key={columns[at]?.label}>
                    <Gapped text={text} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
