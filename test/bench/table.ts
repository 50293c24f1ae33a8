import type { Bench, Case, Column, Figure, Judgement, Result } from "./bench";
import { caseName } from "./series";

/** A bench's results for people. */
export function tableOf(bench: Bench, setting: Case, results: Result[], judgements: Judgement[]): string {
  const head = ["", ...bench.columns.map((column) => column.title), "valid", "void"];
  const ours = results.find((result) => result.contestant === "huishang");
  const rows = results.map((result) => [
    result.contestant,
    ...bench.columns.map((column) =>
      cell(column, result.figures[column.figure], ours?.figures[column.figure]),
    ),
    String(result.valid),
    String(result.voids),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) => row.map((text, at) => text.padEnd(widths[at] as number)).join("  ");
  const verdicts = judgements.map((one) => {
    const word = one.reached === null ? "not known" : one.reached ? "reached" : "NOT reached";
    return `  ${word}: ${one.must} (asked ${short(one.asked)}, is ${short(one.figure)})`;
  });
  return [`\n${bench.name} ${caseName(setting)}`, ...[head, ...rows].map(line), ...verdicts].join("\n");
}

// Median, spread, and how many times ours it is.
function cell(column: Column, figure: Figure | undefined, ours: Figure | undefined): string {
  if (!figure || !Number.isFinite(figure.median)) return "–";
  const digits = column.digits ?? 0;
  const ratio =
    ours && ours !== figure && ours.median > 0 ? ` ×${(figure.median / ours.median).toFixed(2)}` : "";
  const spread = `${figure.low.toFixed(digits)}–${figure.high.toFixed(digits)}`;
  return `${figure.median.toFixed(digits)} (${spread})${ratio}`;
}

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : "–";
}
