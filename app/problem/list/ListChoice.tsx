import { Link } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Lacking } from "~/problem/Lacking";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { OnceForm } from "~/ui/OnceForm";
import { useHydrated } from "~/ui/useHydrated";
import { Words } from "~/ui/Words";
import { pageAddress } from "./listPage";
import type { ListRowView, ListView } from "./showList.server";
import "./list.css";

interface ListChoiceProps {
  view: ListView;
  /** The address of the list. */
  here: string;
  /** Those that are not complete are chosen from the start. */
  incomplete: boolean;
}

/** How many boxes of the form are ticked; null until the browser counts. */
function useCount(rows: readonly ListRowView[], incomplete: boolean) {
  const hydrated = useHydrated();
  const [count, setCount] = useState(() => rows.filter((row) => incomplete && row.missing.length > 0).length);
  const onChange = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setCount(new FormData(currentTarget).getAll("listingId").length);
  return { count: hydrated ? count : null, onChange };
}

/**
 * The rows of a list to choose from, for taking several off at once: what came with a hotline's export is
 * rarely all for the district. Works without script.
 */
export function ListChoice({ view, here, incomplete }: ListChoiceProps) {
  const { t } = useTranslation();
  const rows = view.rows.filter((row) => row.canChange);
  const { count, onChange } = useCount(rows, incomplete);
  const columns: Column<ListRowView>[] = [
    {
      key: "choose",
      head: t("problem.list.remove"),
      headHidden: true,
      width: "tight",
      cell: (row) => (
        <input
          type="checkbox"
          id={`choose-${row.number}`}
          name="listingId"
          value={row.listingId}
          defaultChecked={incomplete && row.missing.length > 0}
        />
      ),
    },
    {
      key: "number",
      head: t("problem.field.number"),
      width: "tight",
      cell: (row) => (
        <label className="num" htmlFor={`choose-${row.number}`}>
          {row.number}
        </label>
      ),
    },
    {
      key: "title",
      head: t("problem.field.title"),
      width: "wide",
      cell: (row) => <label htmlFor={`choose-${row.number}`}>{row.title || t("problem.untitled")}</label>,
    },
    {
      key: "words",
      head: t("problem.field.originalWording"),
      width: "wide",
      hiddenOnPhone: true,
      cell: (row) => (
        <div className="grid-text">
          <Words text={row.originalWording} />
        </div>
      ),
    },
    { key: "missing", head: t("problem.field.missing"), cell: (row) => <Lacking missing={row.missing} /> },
  ];
  return (
    <OnceForm action={pageAddress(here, view.page.at)} className="stack" onChange={onChange}>
      <p>{t("problem.list.chooseText")}</p>
      <p>
        {incomplete ? (
          <Link to={pageAddress(here, view.page.at, { choose: "" })}>{t("problem.list.chooseNone")}</Link>
        ) : (
          <Link to={pageAddress(here, view.page.at, { choose: "incomplete" })}>
            {t("problem.list.chooseIncomplete")}
          </Link>
        )}
      </p>
      <DataTable
        caption={t("problem.list.rows")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.listingId}
        density="dense"
      />
      <div className="form-actions choice-foot">
        <Button variant="danger" name="intent" value="remove" disabled={count === 0}>
          {count === null ? t("problem.list.removeChosen") : t("problem.list.removeCount", { count })}
        </Button>
        <Link to={pageAddress(here, view.page.at)}>{t("ui.cancel")}</Link>
      </div>
    </OnceForm>
  );
}
