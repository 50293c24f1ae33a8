import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { fileKinds } from "~/attachment/kinds.server";
import { FilesPage } from "~/file/FilesPage";
import { attachedAsked, fileActs, fileBounds, meetsSubject } from "~/file/fileActs.server";
import { showFiles } from "~/file/showFiles.server";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>(({ page }, t) => `${t("file.title")} · ${page.title}`),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const page = await showFiles(fileKinds, actor, attachedAsked({ params }), now);
  return { page: foundOrThrow(page), now };
}

export const action = intents(fileActs(fileKinds), { meets: meetsSubject(fileKinds), bounds: fileBounds });

export default function FilesRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <FilesPage page={page} now={now} refusal={refusal} />;
}
