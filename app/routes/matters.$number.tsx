import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { foundOrThrow, requestInstant, sendTo } from "~/access/request.server";
import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { AsIssued, useIssuedLanguage } from "~/outcome/AsIssued";
import { AskWhom } from "~/outcome/AskWhom";
import { HappeningList } from "~/outcome/HappeningList";
import { LeftOutReasons } from "~/outcome/LeftOutReasons";
import { LeftOutText } from "~/outcome/LeftOutText";
import { MatterDecision } from "~/outcome/MatterDecision";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicMatter } from "~/outcome/publicMatter.server";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { DateText } from "~/ui/DateText";
import { PublicLink } from "~/ui/PublicLink";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = { title: pageTitle<typeof loader>(({ matter }) => matter.title) };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = requestInstant();
  const found = foundOrThrow(await publicMatter(params.number!, now));
  if ("takenWith" in found) throw sendTo(`/matters/${found.takenWith}${new URL(request.url).search}`);
  const { matter } = found;
  return { ...publicPage(context, now), matter };
}

/** The resident's words, or why they were taken down. */
function Said({ matter, now }: Pick<SerializeFrom<typeof loader>, "matter" | "now">) {
  const { t } = useTranslation();
  const language = useIssuedLanguage();
  const { takenDown, words } = matter;
  if (takenDown)
    return (
      <p className="said">
        {takenDown.reason ? t("outcome.left.takenDown") : t("outcome.left.takenDownPerson")}
        <AsIssued>{takenDown.reason}</AsIssued>{" "}
        <span className="muted">
          <DateText value={takenDown.at} now={now} />
        </span>
      </p>
    );
  return (
    <blockquote className="said" lang={language}>
      <LeftOutText text={words} />
    </blockquote>
  );
}

export default function MatterPage() {
  const { district, now, matter } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const leads = matter.decisions.flatMap(({ promises }) => promises.map(({ lead }) => lead));
  return (
    <PublicDocument
      district={district}
      heading={<AsIssued>{matter.title}</AsIssued>}
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
      <Said matter={matter} now={now} />
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
      <LeftOutReasons reasons={matter.leftOut} now={now} />
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
