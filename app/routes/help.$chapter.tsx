import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { foundOrThrow, requestInstant } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { ChapterPage } from "~/handbook/ChapterPage";
import { openChapter, publicPlace } from "~/handbook/readHandbook.server";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { pageTitle } from "~/ui/pageTitle";

export const headers = publicHeaders;

export const handle = {
  title: pageTitle<typeof loader>(({ chapter }, t) => `${chapter.title} · ${t("handbook.title")}`),
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const book = openChapter(params.chapter ?? "", requestLanguage(request), publicPlace(request));
  return { ...publicPage(context, requestInstant()), ...foundOrThrow(book) };
}

export default function HelpChapterPage() {
  const { district, chapter, names } = useLoaderData<typeof loader>();
  return (
    <PublicDocument district={district} heading={chapter.title} quotes={false}>
      <ChapterPage chapter={chapter} names={names} base="/help" />
    </PublicDocument>
  );
}
