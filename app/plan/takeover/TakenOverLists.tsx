import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import type { EarlierMeetingLine, PastTakeover, TakeoverPage } from "./showTakeover.server";

function Undo({ past }: { past: PastTakeover }) {
  const { t } = useTranslation();
  if (past.undoneAt) return <span className="muted">{t("takeover.undone")}</span>;
  if (past.touched > 0) return <span className="muted">{t("takeover.inUse", { count: past.touched })}</span>;
  return (
    <ConfirmButton
      size="small"
      label={t("takeover.undo")}
      consequence={<p>{t("takeover.undoText", { count: past.tasks })}</p>}
      action=""
      name="intent"
      value="undo"
      hidden={{ takeoverId: past.id }}
    />
  );
}

/** What was taken over so far: each act, which can be undone while nothing has come of it, and each meeting. */
export function TakenOverLists({ past, meetings, now }: Pick<TakeoverPage, "past" | "meetings" | "now">) {
  const { t } = useTranslation();
  const acts: Column<PastTakeover>[] = [
    { key: "file", head: t("takeover.past.file"), cell: ({ fileName }) => fileName },
    { key: "at", head: t("takeover.past.at"), cell: ({ at }) => <DateText value={at} now={now} withTime /> },
    {
      key: "tasks",
      head: t("takeover.past.tasks"),
      align: "end",
      cell: ({ tasks }) => <span className="num">{tasks}</span>,
    },
    { key: "undo", head: t("takeover.undo"), headHidden: true, cell: (one) => <Undo past={one} /> },
  ];
  const held: Column<EarlierMeetingLine>[] = [
    { key: "title", head: t("takeover.column.source"), cell: ({ title }) => title },
    {
      key: "date",
      head: t("takeover.column.heldOn"),
      cell: ({ date }) => <DateText value={date} now={now} />,
    },
    {
      key: "number",
      head: t("takeover.column.documentNumber"),
      cell: ({ documentNumber }) => documentNumber,
    },
    {
      key: "tasks",
      head: t("takeover.past.tasks"),
      align: "end",
      cell: ({ tasks }) => <span className="num">{tasks}</span>,
    },
  ];
  if (past.length === 0) return null;
  return (
    <>
      <section className="section">
        <h2>{t("takeover.past.title")}</h2>
        <DataTable
          caption={t("takeover.past.title")}
          captionHidden
          columns={acts}
          rows={past}
          rowKey={({ id }) => id}
        />
      </section>
      {meetings.length > 0 && (
        <section className="section">
          <h2>{t("takeover.past.meetings")}</h2>
          <DataTable
            caption={t("takeover.past.meetings")}
            captionHidden
            columns={held}
            rows={meetings}
            rowKey={({ slug }) => slug}
            rowHref={meetingAddress}
          />
        </section>
      )}
    </>
  );
}
