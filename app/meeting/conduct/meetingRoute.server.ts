import type { LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { type Act, act, type Done } from "~/access/intents.server";
import { foundOrThrow } from "~/access/request.server";
import { type MeetingPlace, meetingAddress } from "~/address/meetings";
import type { Result } from "~/ledger/result";

/** What of a request says which meeting it is about. */
type Named = Pick<LoaderFunctionArgs, "request" | "params">;

/**
 * Reads from the address which meeting a request is about (its slug). Every meeting has one address: throws the answer
 * 404 where a consultation day is asked for among the other meetings, or the other way round.
 */
export function meetingAsked({ request, params }: Named): string {
  const slug = params.meeting ?? "";
  const home = meetingAddress({ slug });
  const { pathname } = new URL(request.url);
  return foundOrThrow(pathname === home || pathname.startsWith(`${home}/`) ? slug : null);
}

/** A use case that is asked about one meeting. */
type Perform<Input, Value> = (
  actor: Actor,
  input: Input & { slug: string },
  now: string,
) => Promise<Result<Value>>;

/** The page of the same meeting to go on at. */
type Next<Input, Value> = MeetingPlace | undefined | ((went: Done<Input, Value>) => MeetingPlace);

/** Makes an act of a meeting's page: its form says what the use case is asked, besides which meeting. */
export function meetingAct<Schema extends z.ZodType<object>, Value>(
  schema: Schema,
  perform: Perform<z.output<Schema>, Value>,
  next: Next<z.output<Schema>, Value>,
): Act {
  return act(
    schema,
    (asked, input) => perform(asked.actor, { ...input, slug: meetingAsked(asked) }, asked.now),
    (went) =>
      meetingAddress({ slug: went.params.meeting ?? "" }, typeof next === "function" ? next(went) : next),
  );
}
