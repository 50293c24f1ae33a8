import { z } from "zod";
import { markOf } from "~/ledger/meanwhile";
import { reason } from "~/plan/windowForm";
import { approver } from "~/rules/deviationRequest";
import { month, versionIfAny } from "~/value/fields";

/** Two months that exchange their hosts, and why; `version` is the mark of the hosts that were shown. */
export const swapForm = z.object({
  withMonth: month(),
  reason: reason(),
  approver: approver(),
  version: versionIfAny(),
});
export type SwapInput = z.output<typeof swapForm> & { month: string };

/** Marks who hosts which month: exchanged once more by somebody who saw the same months, both would be as before. */
export function hostsMark(days: readonly { month: string; hostStreetId: string }[]): number {
  return markOf(Object.fromEntries(days.map((day) => [day.month, day.hostStreetId])));
}

/** What an approval of one of the two days covers: the other month, and the host that comes from there. */
export function swapCovered(other: { month: string; hostStreetId: string }): string {
  return `${other.month} ${other.hostStreetId}`;
}

/** The month that was named in a request to swap; undefined of what was written otherwise. */
export function swappedWith(covers: string): string | undefined {
  return covers.split(" ")[0] || undefined;
}
