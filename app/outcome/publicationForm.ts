import { z } from "zod";
import { words } from "~/value/fields";
import { holdsLongNumber } from "./personalData";

/** Most characters of an outcome as residents read it. */
export const outcomeLimit = 300;

/** Most characters of the reason for taking one back. */
export const withdrawalLimit = 200;

const forResidents = (limit: number) =>
  words(limit).refine((text) => !holdsLongNumber(text), { error: "outcome.error.longNumber" });

/** What came of a task, in words for residents. */
export const publishForm = z.object({ text: forResidents(outcomeLimit) });

/** Why a published outcome is taken back; residents read it. */
export const withdrawForm = z.object({ reason: forResidents(withdrawalLimit) });
