import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requestInstant } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { ChapterList } from "~/handbook/ChapterList";
import { chapterNames } from "~/handbook/readHandbook.server";
import { useTranslation } from "~/i18n/useTranslation";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = { title: pageTitle<typeof loader>((_, t) => t("handbook.title")) };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const names = chapterNames(requestLanguage(request));
  return { ...publicPage(context, requestInstant()), names };
}

export default function HelpPage() {
  const { district, names } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <PublicDocument
      district={district}
      heading={t("handbook.title")}
      lead={<p>{t("handbook.lead")}</p>}
      quotes={false}
    >
      <ChapterList names={names} base="/help" tells />
    </PublicDocument>
  );
}
