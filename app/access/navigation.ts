import { type Actor, isDistrict } from "./actor";

/** A section of the work side, as the person's right allows. */
export interface Section {
  key: "plan" | "day" | "problems" | "tasks" | "published" | "units" | "ledger";
  to: string;
}

/**
 * The sections somebody sees.
 * @param today YYYY-MM-DD in the district's zone
 */
export function navigationFor(actor: Pick<Actor, "role">, today: string): Section[] {
  const sections: Section[] = [
    { key: "plan", to: `/desk/plan/${today.slice(0, 4)}` },
    { key: "day", to: `/desk/days/${today.slice(0, 7)}` },
    { key: "problems", to: "/desk/problems" },
    { key: "tasks", to: "/desk/tasks" },
    { key: "published", to: "/days" },
    { key: "units", to: "/desk/units" },
  ];
  if (isDistrict(actor)) sections.push({ key: "ledger", to: "/desk/ledger" });
  return sections;
}
