import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { withWords } from "./Words";

/** One column of a {@link DataTable}. */
export interface Column<Row> {
  key: string;
  /** The head; on a phone it stands before each value. */
  head: string;
  /** A column of what can be pressed has a head for screen readers only, and is not on paper. */
  headHidden?: boolean;
  cell: (row: Row) => ReactNode;
  /** "end" for numbers. */
  align?: "start" | "end";
  /** Pressing the head goes here: the same list, sorted by this column (the other way round if it is already). */
  sortHref?: string;
  sorted?: "asc" | "desc";
  /** "wide" for prose, "tight" for what must not wrap. */
  width?: "tight" | "wide";
  /** Left out of the rows on a phone. */
  hiddenOnPhone?: boolean;
}

/** Props of {@link DataTable}. */
export interface DataTableProps<Row> {
  /** Says what the table lists. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The page of a row; linked from its first cell. */
  rowHref?: (row: Row) => string | undefined;
  /** A row that needs attention now is marked at its edge; say why in a cell. */
  rowMarked?: (row: Row) => boolean;
  /** What to show instead of rows. */
  empty?: ReactNode;
  /** On a phone: each row as a block of "head: value" (usual), or the table itself scrolling in its box. */
  phone?: "stack" | "scroll";
  density?: "normal" | "dense";
}

function SortMark({ sorted }: { sorted: "asc" | "desc" | undefined }) {
  return (
    <svg
      className="sort-mark"
      data-sorted={sorted}
      viewBox="0 0 8 12"
      width="8"
      height="12"
      aria-hidden="true"
    >
      <path className="sort-up" d="M4 0 8 5H0z" />
      <path className="sort-down" d="M4 12 0 7h8z" />
    </svg>
  );
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const { t } = useTranslation();
  const { head, headHidden, align, sortHref, sorted, width } = column;
  const words = headHidden ? <span className="visually-hidden">{head}</span> : head;
  const order = sorted && (sorted === "asc" ? "ascending" : "descending");
  return (
    <th
      scope="col"
      data-sortable={sortHref === undefined ? undefined : ""}
      aria-sort={order}
      data-align={align}
      data-width={width}
      data-acts={headHidden && ""}
    >
      {sortHref === undefined ? (
        words
      ) : (
        <Link to={sortHref} preventScrollReset title={t("ui.table.sortBy", { head })}>
          {words}
          <SortMark sorted={sorted} />
        </Link>
      )}
    </th>
  );
}

function Cells<Row>({
  columns,
  row,
  href,
}: {
  columns: readonly Column<Row>[];
  row: Row;
  href: string | undefined;
}) {
  return columns.map((column, at) => {
    const attributes = {
      "data-label": column.headHidden ? undefined : column.head,
      "data-align": column.align,
      "data-width": column.width,
      "data-acts": column.headHidden && "",
      "data-phone": column.hiddenOnPhone ? "hide" : undefined,
    };
    if (at > 0)
      return (
        <td key={column.key} {...attributes}>
          {withWords(column.cell(row))}
        </td>
      );
    return (
      <th key={column.key} scope="row" {...attributes}>
        {href === undefined ? (
          withWords(column.cell(row))
        ) : (
          <Link className="row-link" to={href}>
            {withWords(column.cell(row))}
          </Link>
        )}
      </th>
    );
  });
}

/**
 * A real table. It scrolls inside its own box, with head and first column staying, so the page never moves
 * sideways; on a phone its rows become blocks. The box is a named region that can be scrolled by keyboard.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, rowHref, rowMarked, empty } = props;
  const { t } = useTranslation();
  if (rows.length === 0) return <div className="table-empty">{empty ?? <p>{t("ui.table.empty")}</p>}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-scroll" data-phone={props.phone ?? "stack"} aria-label={caption} tabIndex={0}>
      <table className="table" data-density={props.density ?? "normal"}>
        <caption className={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-marked={rowMarked?.(row) ? "" : undefined}>
              <Cells columns={columns} row={row} href={rowHref?.(row)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
