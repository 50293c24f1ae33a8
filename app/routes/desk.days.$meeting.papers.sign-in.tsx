import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { peopleComing } from "~/meeting/papers/peopleComing.server";
import { SignInView } from "~/meeting/papers/SignInView";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("signIn"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireActor(asked.request);
  return valueOrThrow(await peopleComing(actor, meetingAsked(asked)));
}

export default function SignInSheetRoute() {
  return <SignInView coming={useLoaderData<typeof loader>()} />;
}
