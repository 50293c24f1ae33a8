import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Added, DifferenceWords, Removed } from "./DifferenceWords";
import { type BlockDifference, besideChanges, type ShownBlock } from "./noteBlocks";

/** Cells of a row are parted by a tab, which reads as nothing. */
function cells<T extends { text: string }>(one: T): T {
  return { ...one, text: one.text.replaceAll("\t", " │ ") };
}

function Content({ line }: { line: BlockDifference }) {
  if (line.kind === "changed") return <DifferenceWords spans={line.spans.map(cells)} />;
  const { text } = cells(line);
  if (line.kind === "added") return <Added text={text} />;
  if (line.kind === "removed") return <Removed text={text} />;
  return text;
}

const signs = { same: "", form: "～", changed: "～", added: "＋", removed: "－" } as const;

function Line({ line, by }: { line: BlockDifference; by?: ReactNode }) {
  const { t } = useTranslation();
  const { kind, block } = line;
  return (
    <li className={`diff-line diff-${kind} block-${block.kind}`} data-depth={block.depth || undefined}>
      <span className="diff-sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div className="diff-text">
        {block.kind === "item" && <span aria-hidden="true">• </span>}
        <Content line={line} />
        {block.kind === "rule" && <hr />}
        {kind !== "same" && (
          <span className="diff-note small muted">
            {kind === "form" && <span>{t("history.line.form")}</span>}
            {by}
          </span>
        )}
      </div>
    </li>
  );
}

function keyOf(line: ShownBlock, at: number): string {
  return line.kind === "gap" ? `gap ${at}` : `${line.kind} ${at}`;
}

/** The notes of a topic in comparison, line by line: what changed with the lines beside it. */
export function NotesDifference(props: {
  lines: readonly BlockDifference[];
  /** Who changed a line, where it is known. */
  by?: (line: BlockDifference) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <ol className="diff-lines">
      {besideChanges(props.lines).map((line, at) =>
        line.kind === "gap" ? (
          <li key={keyOf(line, at)} className="diff-gap small muted">
            {t("history.line.gap", { count: line.count })}
          </li>
        ) : (
          <Line key={keyOf(line, at)} line={line} by={line.kind === "same" ? undefined : props.by?.(line)} />
        ),
      )}
    </ol>
  );
}
