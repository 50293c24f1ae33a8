import { z } from "zod";
import { password, verbatim } from "~/value/fields";

/** Fewest characters of a password. What they are is everybody's own business, as long as nobody guesses them. */
export const shortestPassword = 10;

/** How long an invitation to choose a password is good for. */
export const invitationDays = 7;

const sameTwice = { path: ["repeat"], error: "account.error.notTheSame" };

const twice = {
  password: password().min(shortestPassword, { error: "account.error.passwordShort" }),
  repeat: password(),
};
const isSame = ({ password, repeat }: { password: string; repeat: string }) => password === repeat;

/** Somebody changes their own password. */
export const changePasswordForm = z.object({ current: password(), ...twice }).refine(isSame, sameTwice);

/** Somebody invited chooses their first one. */
export const acceptInvitationForm = z
  .object({ code: verbatim(100).default(""), ...twice })
  .refine(isSame, sameTwice);
