import { z } from "zod";
import type { PowerLacking, ProblemSource } from "~/problem/problem";
import { type Computation, ruleCode, type TestEntry } from "~/rules/ruleLists";
import { key } from "~/value/fields";

/** What a person can say of a test. */
export const tickResults = ["passed", "failed"] as const;
export type TickResult = (typeof tickResults)[number];

/** How a test stands: `ask` waits for a person. */
export type TestResult = TickResult | "ask";

/** Another open problem or task about the same matter. */
export interface SameMatter {
  kind: "problem" | "task";
  number: string;
}

/** Such a matter as it was found; `likely` where only a person can say that it is the same. */
export interface FoundMatter extends SameMatter {
  likely?: boolean;
}

/** From this likeness on, from 0 to 1, two matters are told in almost the same words. */
const almostTheSame = 0.8;

/** Picks the open matter that is most like another one; null where none is like it. */
export function sameMatterOf(open: readonly (SameMatter & { likeness: number })[]): FoundMatter | null {
  const [first] = [...open].sort((one, other) => other.likeness - one.likeness);
  if (!first) return null;
  return { kind: first.kind, number: first.number, likely: first.likeness < almostTheSame };
}

/** An item of the duty list that the district has taken back from its streets. */
export interface TakenBackDuty {
  number: string;
  matter: string;
}

/** Such an item as it was found; `likely` where its words are those of the matter and nobody has said that it is it. */
export interface FoundDuty extends TakenBackDuty {
  likely?: boolean;
}

/** What the tests rest on. `"unknown"` where nothing in the product can tell yet: then a person says. */
export interface AdmissionFacts {
  coordination: string;
  concernedUnits: number;
  powerLacking: PowerLacking;
  source: ProblemSource;
  /** A residential area is named. */
  community: boolean;
  /** The kind of the unit with the power; null where none is named. */
  powerUnitKind: "street" | "community" | "other" | null;
  sameMatter: FoundMatter | null | "unknown";
  takenBack: FoundDuty | null | "unknown";
}

/** The fact by which a test was decided, or why it could not be: its sentence is `admission.fact.<key>`. */
export type AdmissionFact =
  | { key: "coordinated"; values: { count: number } }
  | { key: "notCoordinated" | "noUnits" | "noPowerLacking" }
  | { key: "powerLacking"; values: { power: PowerLacking } }
  | { key: "powerBelow" | "communityNamed" | "foundByStreet" | "levelUnknown" }
  | { key: "sameMatter" | "likelyMatter"; values: SameMatter }
  | { key: "noSameMatter" | "sameMatterUnknown" }
  | { key: "takenBack" | "likelyTakenBack"; values: TakenBackDuty }
  | { key: "notTakenBack" | "takenBackUnknown" | "person" };

/** What a test computes of the facts. */
export interface Computed {
  result: TestResult;
  fact: AdmissionFact;
}

const passed = (fact: AdmissionFact): Computed => ({ result: "passed", fact });
const failed = (fact: AdmissionFact): Computed => ({ result: "failed", fact });
const ask = (fact: AdmissionFact): Computed => ({ result: "ask", fact });

const tests: Record<Computation, (facts: AdmissionFacts) => Computed> = {
  coordinated({ coordination, concernedUnits }) {
    if (coordination.trim() === "") return failed({ key: "notCoordinated" });
    if (concernedUnits === 0) return failed({ key: "noUnits" });
    return passed({ key: "coordinated", values: { count: concernedUnits } });
  },
  // That no power is lacking also stands where nobody has filled it in, such as in what came from a file.
  ownPower({ powerLacking, powerUnitKind }) {
    if (powerLacking !== "none") return passed({ key: "powerLacking", values: { power: powerLacking } });
    const isBelow = powerUnitKind === "street" || powerUnitKind === "community";
    return isBelow ? failed({ key: "powerBelow" }) : ask({ key: "noPowerLacking" });
  },
  // A street's list is the street's own level: what may be skipped is the one below, or the power may lie there.
  skipsLevel({ powerUnitKind, community, source }) {
    if (powerUnitKind === "street" || powerUnitKind === "community") return failed({ key: "powerBelow" });
    if (community) return passed({ key: "communityNamed" });
    return source === "inspection" ? passed({ key: "foundByStreet" }) : ask({ key: "levelUnknown" });
  },
  saidBefore({ sameMatter }) {
    if (sameMatter === "unknown") return ask({ key: "sameMatterUnknown" });
    if (!sameMatter) return passed({ key: "noSameMatter" });
    const { likely, ...values } = sameMatter;
    return likely ? ask({ key: "likelyMatter", values }) : failed({ key: "sameMatter", values });
  },
  takenBack({ takenBack }) {
    if (takenBack === "unknown") return ask({ key: "takenBackUnknown" });
    if (!takenBack) return passed({ key: "notTakenBack" });
    const { likely, ...values } = takenBack;
    return likely ? ask({ key: "likelyTakenBack", values }) : failed({ key: "takenBack", values });
  },
  person: () => ask({ key: "person" }),
};

/** What a person said of a test. */
export interface Tick {
  test: string;
  result: TickResult;
}

/** A test of the rules with how it stands for a matter. */
export interface TestedMatter<Said extends Tick> extends Computed {
  code: string;
  /** What a person said, where the facts leave it to them. */
  tick: Said | null;
}

/**
 * Applies the tests that the rules offer to a matter. What the facts decide stands; where they do not, what a person
 * has said counts.
 */
export function admissionOf<Said extends Tick>(
  entries: readonly Pick<TestEntry, "code" | "computes" | "retired">[],
  facts: AdmissionFacts,
  ticks: readonly Said[],
): TestedMatter<Said>[] {
  return entries
    .filter(({ retired }) => !retired)
    .map(({ code, computes }) => {
      const { result, fact } = tests[computes](facts);
      const tick = result === "ask" ? (ticks.find(({ test }) => test === code) ?? null) : null;
      return { code, fact, tick, result: tick?.result ?? result };
    });
}

/** The form with which a person says how a test stands; without a result they take it back. */
export const tickForm = z.object({
  listingId: key(),
  test: ruleCode(),
  result: z.enum(tickResults).optional(),
});
