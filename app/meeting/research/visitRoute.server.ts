import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { type Act, type Asked, act } from "~/access/intents.server";
import { meetingAddress } from "~/address/meetings";
import type { Result } from "~/ledger/result";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { addEntryForm } from "./researchForm";
import { type AtVisit, addEntry } from "./writeEntry.server";

/** Reads from the address which visit is meant. */
export function visitAsked(asked: Pick<Asked, "request" | "params">): AtVisit {
  return { slug: meetingAsked(asked), visitId: asked.params.visit ?? "" };
}

/** Makes an act of a visit's page, after which it is shown again. */
export function visitAct<Schema extends z.ZodType<object>, Value>(
  schema: Schema,
  perform: (actor: Actor, input: z.output<Schema> & AtVisit, now: string) => Promise<Result<Value>>,
): Act {
  return act(
    schema,
    (asked, input) => perform(asked.actor, { ...input, ...visitAsked(asked) }, asked.now),
    ({ params }) => meetingAddress({ slug: params.meeting ?? "" }, `research/${params.visit}`),
  );
}

/** Adds a note: from the page itself, or later by what kept it without a network. */
export const noteAct = visitAct(addEntryForm, addEntry);
