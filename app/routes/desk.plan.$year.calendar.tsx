import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { calendarAddress, planAddress } from "~/address/plans";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { CalendarTable } from "~/plan/calendar/CalendarTable";
import { declareDaysForm, undeclareDaysForm } from "~/plan/calendar/calendarForm";
import { DeclareDaysForm } from "~/plan/calendar/DeclareDaysForm";
import { declareDays } from "~/plan/calendar/declareDays.server";
import { type CalendarPage, showCalendar } from "~/plan/calendar/showCalendar.server";
import { undeclareDays } from "~/plan/calendar/undeclareDays.server";
import { DayKindNote } from "~/plan/DayKindNote";
import { DateText } from "~/ui/DateText";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { StateTag } from "~/ui/StateTag";

export const handle = {
  title: pageTitle<typeof loader>(({ year }, t) => t("planning.calendar.title", { year })),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showCalendar(actor, Number(params.year), now));
}

const toCalendar = ({ value }: { value: { year: string } }) => calendarAddress(value.year);

export const action = intents({
  declare: act(declareDaysForm, ({ actor, now }, input) => declareDays(actor, input, now), toCalendar),
  undeclare: act(undeclareDaysForm, ({ actor, now }, input) => undeclareDays(actor, input, now), toCalendar),
});

function DaysOff({ page }: { page: CalendarPage }) {
  const { t, i18n } = useTranslation();
  if (page.daysOff.length === 0) return null;
  return (
    <section className="section stack">
      <h2>{t("planning.calendar.daysOff")}</h2>
      <ul className="divided">
        {page.daysOff.map(({ month, date, kind }) => (
          <li key={month}>
            <Link to={meetingAddress({ slug: month })}>{writtenMonth(month, i18n.language)}</Link>{" "}
            <DateText value={date} now={page.now} /> <DayKindNote kind={kind} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function CalendarRoute() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { t } = useTranslation();
  const { year, state } = page;
  return (
    <div className="stack-wide">
      <PageHead
        title={t("planning.calendar.title", { year })}
        state={
          <StateTag tone={state === "open" ? "warn" : "official"}>
            {t(`planning.calendar.state.${state}`)}
          </StateTag>
        }
        crumbs={[{ label: t("plan.title", { year }), to: planAddress(year) }]}
        actions={
          <>
            <Link to={calendarAddress(year - 1)} rel="prev">
              ← {year - 1}
            </Link>
            <Link to={calendarAddress(year + 1)} rel="next">
              {year + 1} →
            </Link>
          </>
        }
      />
      {state === "open" && <Notice>{t("planning.calendar.openText")}</Notice>}
      <DaysOff page={page} />
      <CalendarTable page={page} />
      {page.can.declare && <DeclareDaysForm key={page.rows.length} year={year} reply={reply} />}
    </div>
  );
}
