import { accountsAddress } from "~/address/accounts";
import { ledgerHome } from "~/address/desk";
import { meetingAddress } from "~/address/meetings";
import { planAddress } from "~/address/plans";
import { problemsAddress } from "~/address/problems";
import { publicDaysAddress } from "~/address/residents";
import { tasksAddress } from "~/address/tasks";
import { unitsAddress } from "~/address/units";
import { monthOf } from "~/calendar/day";
import { type Actor, isDistrict } from "./actor";

/** A section of the work side, as the person's right allows. */
export interface Section {
  key: "plan" | "day" | "problems" | "tasks" | "published" | "units" | "accounts" | "ledger";
  to: string;
}

/**
 * The sections somebody sees.
 * @param today YYYY-MM-DD in the district's zone
 */
export function navigationFor(actor: Pick<Actor, "role">, today: string): Section[] {
  const sections: Section[] = [
    { key: "plan", to: planAddress(today.slice(0, 4)) },
    { key: "day", to: meetingAddress({ month: monthOf(today) }) },
    { key: "problems", to: problemsAddress },
    { key: "tasks", to: tasksAddress },
    { key: "published", to: publicDaysAddress },
    { key: "units", to: unitsAddress },
  ];
  if (actor.role === "admin") sections.push({ key: "accounts", to: accountsAddress });
  if (isDistrict(actor)) sections.push({ key: "ledger", to: ledgerHome });
  return sections;
}
