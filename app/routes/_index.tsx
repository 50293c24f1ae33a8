import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requestInstant } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DayLine } from "~/outcome/DayLine";
import { DecisionList } from "~/outcome/DecisionList";
import { DoneList, OpenList } from "~/outcome/NewsList";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicHome } from "~/outcome/publicHome.server";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { EmptyState } from "~/ui/EmptyState";
import { PublicLink } from "~/ui/PublicLink";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = { title: pageTitle<typeof loader>((_, t) => t("ui.public.title")) };

export async function loader({ context }: LoaderFunctionArgs) {
  const now = requestInstant();
  const home = await publicHome(now);
  return { ...publicPage(context, now), ...home };
}

export default function HomePage() {
  const { district, now, latest, doneSince, open } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  if (!latest)
    return (
      <PublicDocument district={district} heading={t("ui.public.title")} quotes={false}>
        <EmptyState title={t("outcome.home.none")}>{t("outcome.home.noneText")}</EmptyState>
      </PublicDocument>
    );
  const { day, decisions, more } = latest;
  const heading = t("outcome.home.title", {
    month: writtenMonth(day.month, i18n.language),
    street: named(day.host.name, i18n.language),
  });
  return (
    <PublicDocument district={district} heading={heading} lead={<DayLine day={day} now={now} />}>
      <DecisionList decisions={decisions} now={now} />
      {more && <p className="muted">{t("outcome.day.more")}</p>}
      <h2>{t("outcome.home.done")}</h2>
      {doneSince.length > 0 ? (
        <DoneList news={doneSince} now={now} />
      ) : (
        <p className="muted">{t("outcome.home.doneNone")}</p>
      )}
      <h2>{t("outcome.home.open")}</h2>
      {open.length > 0 ? (
        <OpenList news={open} now={now} />
      ) : (
        <p className="muted">{t("outcome.home.openNone")}</p>
      )}
      <p>
        <PublicLink to="/streets">{t("outcome.home.more")}</PublicLink>
      </p>
    </PublicDocument>
  );
}
