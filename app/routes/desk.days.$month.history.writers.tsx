import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { showWriters } from "~/session/showWriters.server";
import { WritersView } from "~/session/WritersView";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.day.month }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const of = new URL(request.url).searchParams.get("of") ?? undefined;
  return valueOrThrow(await showWriters(actor, { month: params.month ?? "", of }, now));
}

export default function WritersRoute() {
  return <WritersView page={useLoaderData<typeof loader>()} />;
}
