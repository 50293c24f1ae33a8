import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requestInstant } from "~/access/request.server";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { publicStreets } from "~/outcome/publicStreets.server";
import { PublicLink } from "~/ui/PublicLink";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = { title: pageTitle<typeof loader>((_, t) => t("ui.public.streets")) };

export async function loader({ context }: LoaderFunctionArgs) {
  const streets = await publicStreets();
  return { ...publicPage(context, requestInstant()), streets };
}

export default function StreetsPage() {
  const { district, streets } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  return (
    <PublicDocument
      district={district}
      heading={t("ui.public.streets")}
      lead={<p>{t("outcome.streets.lead")}</p>}
      quotes={false}
    >
      <ul className="street-grid">
        {streets.map((street) => (
          <li key={street.slug}>
            <PublicLink to={`/streets/${street.slug}`}>{named(street.name, i18n.language)}</PublicLink>
          </li>
        ))}
      </ul>
    </PublicDocument>
  );
}
