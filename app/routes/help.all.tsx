import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requestInstant } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { publicPlace, wholeBook } from "~/handbook/readHandbook.server";
import { WholeBook } from "~/handbook/WholeBook";
import { useTranslation } from "~/i18n/useTranslation";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = { title: pageTitle<typeof loader>((_, t) => t("handbook.title")) };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const chapters = wholeBook(requestLanguage(request), publicPlace(request));
  return { ...publicPage(context, requestInstant()), chapters };
}

export default function WholeHelpPage() {
  const { district, chapters } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <PublicDocument
      district={district}
      heading={t("handbook.title")}
      lead={<p className="no-print">{t("handbook.wholeText")}</p>}
      quotes={false}
    >
      <WholeBook chapters={chapters} />
    </PublicDocument>
  );
}
