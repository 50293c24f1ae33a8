import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requestInstant } from "~/access/request.server";
import { useTranslation } from "~/i18n/useTranslation";
import { DecisionList } from "~/outcome/DecisionList";
import { PublicDocument } from "~/outcome/PublicDocument";
import { publicHeaders, publicPage } from "~/outcome/publicRequest.server";
import { publicSearch } from "~/outcome/publicSearch.server";
import { pageTitle } from "~/ui/pageTitle";
import { cleanLine, cutText } from "~/value/cleanText";

export const headers = publicHeaders;

export const meta: MetaFunction = () => [{ name: "robots", content: "noindex" }];

export const handle = { title: pageTitle<typeof loader>((_, t) => t("outcome.search.title")) };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const now = requestInstant();
  const typed = cutText(cleanLine(new URL(request.url).searchParams.get("q") ?? ""), 100);
  const result = await publicSearch(typed, now);
  return { ...publicPage(context, now), typed, ...result };
}

export default function SearchPage() {
  const { district, now, typed, words, found, more } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const heading =
    words.length === 0
      ? t("outcome.search.title")
      : t("outcome.search.found", { count: found.length, words: typed });
  return (
    <PublicDocument district={district} heading={heading} words={typed} quotes={found.length > 0}>
      {words.length === 0 && <p>{t("outcome.search.how")}</p>}
      {words.length > 0 && found.length === 0 && <p>{t("outcome.search.none")}</p>}
      {found.length > 0 && <DecisionList decisions={found} now={now} withDay />}
      {more && <p>{t("outcome.search.more", { count: found.length })}</p>}
    </PublicDocument>
  );
}
