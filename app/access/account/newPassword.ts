import { z } from "zod";

/** Fewest characters of a password. What they are is everybody's own business, as long as nobody guesses them. */
export const shortestPassword = 10;

/** How long an invitation to choose a password is good for. */
export const invitationDays = 7;

const required = () => z.string({ error: "error.required" });
const sameTwice = { path: ["repeat"], error: "account.error.notTheSame" };

const twice = {
  password: required()
    .min(shortestPassword, { error: "account.error.passwordShort" })
    .max(256, { error: "error.tooLong" }),
  repeat: required(),
};
const isSame = ({ password, repeat }: { password: string; repeat: string }) => password === repeat;

/** Somebody changes their own password. */
export const changePasswordForm = z
  .object({ current: required().max(256, { error: "error.tooLong" }), ...twice })
  .refine(isSame, sameTwice);

/** Somebody invited chooses their first one. */
export const acceptInvitationForm = z
  .object({ code: z.string().max(100).default(""), ...twice })
  .refine(isSame, sameTwice);
