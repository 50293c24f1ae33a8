import { accountsAddress } from "~/address/accounts";
import { ledgerHome } from "~/address/desk";
import { meetingAddress, meetingsAddress } from "~/address/meetings";
import { planAddress } from "~/address/plans";
import { problemsAddress } from "~/address/problems";
import { publicDaysAddress, publishedAddress } from "~/address/residents";
import { tasksAddress } from "~/address/tasks";
import { unitsAddress } from "~/address/units";
import { monthOf } from "~/calendar/day";
import { type Actor, isDistrict, seesContents, seesPublishing } from "./actor";

/** A section of the work side, as the person's right allows. */
export interface Section {
  key: "plan" | "day" | "meetings" | "problems" | "tasks" | "published" | "units" | "accounts" | "ledger";
  to: string;
}

/**
 * The sections somebody sees.
 * @param today YYYY-MM-DD in the district's zone
 */
export function navigationFor(actor: Pick<Actor, "role">, today: string): Section[] {
  const administers = !seesContents(actor);
  const contents: Section[] = [
    { key: "day", to: meetingAddress({ slug: monthOf(today) }) },
    { key: "meetings", to: meetingsAddress },
    { key: "problems", to: problemsAddress },
    { key: "tasks", to: tasksAddress },
  ];
  return [
    { key: "plan", to: planAddress(today.slice(0, 4)) },
    ...(administers ? [] : contents),
    { key: "published", to: seesPublishing(actor) ? publishedAddress : publicDaysAddress },
    { key: "units", to: unitsAddress },
    ...(administers ? [{ key: "accounts" as const, to: accountsAddress }] : []),
    ...(administers || isDistrict(actor) || actor.role === "street"
      ? [{ key: "ledger" as const, to: ledgerHome }]
      : []),
  ];
}

// Pages with an address of their own that belong to a section: by the first part of the address.
const belongsTo: Partial<Record<string, Section["key"]>> = {
  rules: "plan",
  takeover: "plan",
  deviations: "day",
  topics: "problems",
  resources: "problems",
  duties: "units",
  handover: "units",
  outbox: "ledger",
};

const firstPart = (address: string) => address.split(/[/?#]/)[2];

/** The section that a page of the work side belongs to; undefined where it belongs to none that the reader sees. */
export function sectionAt<One extends Pick<Section, "key" | "to">>(
  sections: readonly One[],
  pathname: string,
): One | undefined {
  const part = firstPart(pathname);
  if (part === undefined) return undefined;
  return sections.find(({ key, to }) => firstPart(to) === part || belongsTo[part] === key);
}
