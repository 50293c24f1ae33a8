import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { foundOrThrow, requestInstant, sendTo } from "~/access/request.server";
import { publicStreetAddress } from "~/address/residents";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DoneList, OpenList } from "~/outcome/NewsList";
import { PublicDayList } from "~/outcome/PublicDayList";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { publicStreet } from "~/outcome/publicStreet.server";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = {
  title: pageTitle<typeof loader>(({ street }, _, language) => named(street.name, language)),
};

export async function loader({ params, context }: LoaderFunctionArgs) {
  const now = requestInstant();
  const found = foundOrThrow(await publicStreet(params.slug!, now));
  if (found.street.slug !== params.slug) throw sendTo(publicStreetAddress(found.street.slug));
  return {
    ...publicPage(context, now),
    ...found,
  };
}

export default function StreetPage() {
  const { district, now, street, open, done, hosted } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const name = named(street.name, i18n.language);
  return (
    <PublicDocument
      district={district}
      heading={name}
      lead={<p>{t("outcome.street.contact", { contact: named(street.contact, i18n.language) })}</p>}
    >
      <h2>{t("outcome.street.open")}</h2>
      {open.length > 0 ? (
        <OpenList news={open} now={now} />
      ) : (
        <p className="muted">{t("outcome.street.openNone")}</p>
      )}
      <h2>{t("outcome.street.done")}</h2>
      {done.length > 0 ? (
        <DoneList news={done} now={now} />
      ) : (
        <p className="muted">{t("outcome.street.doneNone")}</p>
      )}
      {hosted.length > 0 && (
        <>
          <h2>{t("outcome.street.hosted")}</h2>
          <PublicDayList days={hosted} now={now} withYear />
        </>
      )}
    </PublicDocument>
  );
}
