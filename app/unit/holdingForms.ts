import { z } from "zod";
import { day, key, personName } from "~/value/fields";

/** What somebody signs in as. */
export const account = () =>
  key()
    .trim()
    .min(2, { error: "unit.error.account" })
    .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: "unit.error.account" });

/** Puts somebody who has an account into a vacant post. */
export const appointForm = z.object({
  postId: key(),
  account: account(),
  fromDay: day(),
});
export type AppointInput = z.input<typeof appointForm>;

/** Makes an account for somebody new and puts them into a vacant post. */
export const appointNewcomerForm = appointForm.extend({
  name: personName(),
});
export type AppointNewcomerInput = z.input<typeof appointNewcomerForm>;
