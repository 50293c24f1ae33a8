import { z } from "zod";
import { reason } from "~/plan/windowForm";
import { approver } from "~/rules/deviationRequest";
import { month } from "~/value/fields";

/** Two months that exchange their hosts, and why. */
export const swapForm = z.object({ withMonth: month(), reason: reason(), approver: approver() });
export type SwapInput = z.output<typeof swapForm> & { month: string };

/** What an approval of one of the two days covers: the other month, and the host that comes from there. */
export function swapCovered(other: { month: string; hostStreetId: string }): string {
  return `${other.month} ${other.hostStreetId}`;
}

/** The month that was named in a request to swap; undefined of what was written otherwise. */
export function swappedWith(covers: string): string | undefined {
  return covers.split(" ")[0] || undefined;
}
