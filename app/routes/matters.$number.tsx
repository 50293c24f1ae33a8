import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { foundOrThrow, requestInstant, sendTo } from "~/access/request.server";
import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { AsIssued, useIssuedLanguage } from "~/outcome/AsIssued";
import { AskWhom } from "~/outcome/AskWhom";
import { HappeningList } from "~/outcome/HappeningList";
import { MatterDecision } from "~/outcome/MatterDecision";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicMatter } from "~/outcome/publicMatter.server";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { DateText } from "~/ui/DateText";
import { PublicLink } from "~/ui/PublicLink";
import { pageTitle } from "~/ui/pageTitle";
import { Words } from "~/ui/Words";

export const headers = publicHeaders;

export const handle = { title: pageTitle<typeof loader>(({ matter }) => matter.title) };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = requestInstant();
  const found = foundOrThrow(await publicMatter(params.number!, now));
  if ("takenWith" in found) throw sendTo(`/matters/${found.takenWith}${new URL(request.url).search}`);
  const { matter } = found;
  return { ...publicPage(context, now), matter };
}

export default function MatterPage() {
  const { district, now, matter } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const leads = matter.decisions.flatMap(({ promises }) => promises.map(({ lead }) => lead));
  return (
    <PublicDocument
      district={district}
      heading={
        <AsIssued>
          <Words text={matter.title} />
        </AsIssued>
      }
      lead={
        <p>
          <span className="num">{matter.number}</span> ·{" "}
          <PublicLink to={`/streets/${matter.street.slug}`}>
            {named(matter.street.name, i18n.language)}
          </PublicLink>
        </p>
      }
    >
      <h2>{t("outcome.matter.said")}</h2>
      <blockquote className="said" lang={useIssuedLanguage()}>
        <Words text={matter.words} />
      </blockquote>
      {matter.erasedAt && (
        <p className="muted">
          {t("erasure.publicNotice", { date: writtenDay(dayOf(matter.erasedAt), i18n.language) })}
        </p>
      )}
      {matter.raisedAt && (
        <p className="muted">
          {t("outcome.raisedOn")} <DateText value={dayOf(matter.raisedAt)} now={now} />
        </p>
      )}
      <h2>{t("outcome.matter.decided")}</h2>
      {matter.decisions.map((decision) => (
        <MatterDecision key={decision.topicId} decision={decision} now={now} />
      ))}
      <h2>{t("outcome.matter.happened")}</h2>
      {matter.happenings.length > 0 ? (
        <HappeningList happenings={matter.happenings} now={now} />
      ) : (
        <p className="muted">{t("outcome.matter.nothingYet")}</p>
      )}
      <h2>{t("outcome.matter.ask")}</h2>
      <AskWhom units={[...leads, matter.street]} />
    </PublicDocument>
  );
}
