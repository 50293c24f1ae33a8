import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { listResources } from "~/meeting/resource/listResources.server";
import { ResourcesView } from "~/meeting/resource/page/ResourcesView";
import { browseResourcesForm } from "~/meeting/resource/resourceBrowse";
import { pageTitle } from "~/ui/pageTitle";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("resource.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = browseResourcesForm.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { page: valueOrThrow(await listResources(actor, asked, now)), asked, now };
}

export default function ResourcesRoute() {
  return <ResourcesView {...useLoaderData<typeof loader>()} />;
}
