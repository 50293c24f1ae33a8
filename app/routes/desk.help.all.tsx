import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { PrintWhole } from "~/handbook/PrintActions";
import { deskPlace, wholeBook } from "~/handbook/readHandbook.server";
import { WholeBook } from "~/handbook/WholeBook";
import { useTranslation } from "~/i18n/useTranslation";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((_, t) => `${t("handbook.whole")} · ${t("handbook.title")}`),
};

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  return { chapters: wholeBook(requestLanguage(request), deskPlace) };
}

export default function DeskWholeHelpPage() {
  const { chapters } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("handbook.title")} actions={<PrintWhole />} />
      <WholeBook chapters={chapters} />
    </>
  );
}
