import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { problemAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import { UnitName } from "~/unit/UnitName";
import type { LibraryPage } from "./showLibrary.server";
import type { WaitingMatter } from "./waitingMatters.server";

/** 议题库: the matters that wait, the longest waiting first, each to be put on the next agenda by one press. */
export function LibraryView({ page }: { page: LibraryPage }) {
  const { t } = useTranslation();
  const { matters, agendas } = page;
  if (matters.length === 0)
    return <EmptyState title={t("agenda.library.none")}>{t("agenda.library.noneText")}</EmptyState>;
  if (agendas.length === 0)
    return (
      <>
        <Notice>{t("agenda.library.noTarget")}</Notice>
        <Matters page={page} />
      </>
    );
  return (
    <OnceForm className="stack">
      <Target page={page} />
      <Matters page={page} />
      <div className="form-actions no-print">
        <Button variant="primary">{t("agenda.library.putChosen")}</Button>
      </div>
    </OnceForm>
  );
}

function Target({ page: { agendas } }: { page: LibraryPage }) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const options = agendas.map((one) => ({ value: one.slug, label: meetingName(one) }));
  return (
    <PlainSelect
      name="slug"
      label={t("agenda.library.target")}
      options={options}
      blank={null}
      defaultValue={options[0]!.value}
    />
  );
}

function useColumns(page: LibraryPage): Column<WaitingMatter>[] {
  const { t, i18n } = useTranslation();
  const facts: Column<WaitingMatter>[] = [
    {
      key: "matter",
      head: t("agenda.library.matter"),
      width: "wide",
      cell: (one) => (
        <>
          <Link className="num" to={problemAddress(one.number)}>
            {one.number}
          </Link>{" "}
          <Words text={one.title} />
        </>
      ),
    },
    { key: "street", head: t("agenda.library.street"), cell: (one) => <UnitName unit={one.street} /> },
    {
      key: "since",
      head: t("agenda.library.since"),
      cell: (one) => (
        <>
          <DateText value={one.enteredOn} now={page.now} />{" "}
          <Link className="small" to={meetingAddress(one)}>
            {one.slug}
          </Link>
        </>
      ),
    },
    {
      key: "state",
      head: t("agenda.library.state"),
      cell: (one) => (
        <span className="cluster">
          {one.coordinates ? (
            <StateTag tone="warn">
              {t("agenda.library.uncoordinated", { name: named(one.coordinates.name, i18n.language) })}
            </StateTag>
          ) : (
            <StateTag tone="good">{t("agenda.library.coordinated")}</StateTag>
          )}
          {one.deferred && <StateTag tone="neutral">{t("agenda.library.deferred")}</StateTag>}
        </span>
      ),
    },
  ];
  if (page.agendas.length === 0) return facts;
  return [
    {
      key: "choose",
      head: t("agenda.library.choose"),
      width: "tight",
      cell: (one) => (
        <input
          type="checkbox"
          name="chosen"
          value={one.listingId}
          aria-label={`${one.number} ${one.title}`}
        />
      ),
    },
    ...facts,
    {
      key: "put",
      head: t("agenda.library.put"),
      headHidden: true,
      width: "tight",
      cell: (one) => (
        <Button
          size="small"
          name="only"
          value={one.listingId}
          aria-label={t("agenda.library.putNamed", { title: one.title })}
        >
          {t("agenda.library.put")}
        </Button>
      ),
    },
  ];
}

function Matters({ page }: { page: LibraryPage }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("agenda.library.caption")}
      captionHidden
      columns={useColumns(page)}
      rows={page.matters}
      rowKey={(one) => one.listingId}
    />
  );
}
