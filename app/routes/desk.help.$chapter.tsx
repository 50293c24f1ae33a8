import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { ChapterPage } from "~/handbook/ChapterPage";
import { chapterOf } from "~/handbook/chapter";
import { PrintActions } from "~/handbook/PrintActions";
import { deskPlace, openChapter } from "~/handbook/readHandbook.server";
import { useTranslation } from "~/i18n/useTranslation";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>(({ chapter }, t) => `${chapter.title} · ${t("handbook.title")}`),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  const book = openChapter(params.chapter ?? "", requestLanguage(request), deskPlace);
  return { ...foundOrThrow(book), own: chapterOf(actor.role) };
}

export default function DeskHelpPage() {
  const { chapter, names, own } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={chapter.title} number={t("handbook.title")} actions={<PrintActions />} />
      <ChapterPage chapter={chapter} names={names} base="/desk/help" own={own} />
    </>
  );
}
