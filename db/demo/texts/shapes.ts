/** The shapes of the demo district's texts. Pure data: no ids, no clock, no framework. */

export type DemoCommunity = {
  /** Unique across the district. */
  slug: string;
  nameZh: string;
  nameEn: string;
};

export type DemoStreet = {
  slug: string;
  /** Three capital letters, the prefix of the problem numbers. */
  code: string;
  nameZh: string;
  nameEn: string;
  contactZh: string;
  contactEn: string;
  communities: DemoCommunity[];
};

export type DemoUnitKind = "department" | "utility" | "contractor";

export type DemoUnit = {
  slug: string;
  kind: DemoUnitKind;
  nameZh: string;
  shortZh: string;
  nameEn: string;
  contactZh: string;
  contactEn: string;
};

export type DemoRole = "admin" | "office" | "leader" | "street" | "department" | "community";

export type DemoPost = {
  account: string;
  role: DemoRole;
  /** A street, department or community slug, or 'district-office', or 'district'. */
  unitSlug: string;
  titleZh: string;
  titleEn: string;
  /** The holder's invented name. */
  nameZh: string;
};

/** Somebody who held the post of that unit and title before, counted back from the day of seeding. */
export type DemoFormerHolding = {
  unitSlug: string;
  titleZh: string;
  nameZh: string;
  monthsAgoFrom: number;
  monthsAgoTo: number;
};

export type DemoProblemClass =
  | "illegalBuilding"
  | "publicFacilities"
  | "construction"
  | "environment"
  | "traffic"
  | "greenery"
  | "cityAppearance"
  | "streetOrder"
  | "utilities"
  | "housing"
  | "publicSafety"
  | "communityService"
  | "other";

type DemoDutyText = {
  number: number;
  problemClass: DemoProblemClass;
  /** What the office answers for. */
  matterZh: string;
  basisZh: string;
};

export type DemoDuty = DemoDutyText & { unitSlug: string };

/** An item of one of the three lists of the streets. */
export type DemoStreetDuty = DemoDutyText & {
  list: "basic" | "cooperating" | "takenBack";
  /** Left out where each street does it itself. */
  unitSlug?: string;
  assistingSlugs?: string[];
  placesZh: string;
  departmentDoesZh?: string;
  streetDoesZh: string;
};

export type DemoPowerLacking = "planning" | "approval" | "enforcement" | "funding" | "coordination" | "none";

export type DemoSource = "resident" | "gridWorker" | "hotline" | "committee" | "inspection";

export type DemoProblem = {
  /** Unique, such as 'wjc-07'. */
  key: string;
  streetSlug: string;
  communitySlug: string;
  problemClass: DemoProblemClass;
  title: string;
  /** The resident's own words. */
  originalWording: string;
  /** The street's official summary. */
  summary: string;
  place: string;
  unitsConcerned: string[];
  seesUnit: string;
  powerUnit: string;
  powerLacking: DemoPowerLacking;
  legalBasis: string;
  coordination: string;
  /** The question to decide. */
  question: string;
  source: DemoSource;
};

export type DemoFacts = {
  households?: number;
  /** Days from when it was raised to when it is wished to be done. */
  wishInDays?: number;
  /** Where in its community it is on the sketch: across and down, in hundredths. */
  at?: readonly [number, number];
};

export type DemoOutcome = "passed" | "passedInPrinciple" | "notPassed" | "other";

export type DemoResource = "people" | "money" | "approval" | "none";

export type DemoMilestone = { text: string; inDays: number };

export type DemoResolution = {
  /** The formal text. */
  text: string;
  /** The same in plain words, at most 90 characters. */
  residentText: string;
  leadSlug: string;
  assistSlugs: string[];
  dueInDays: number;
  milestones: DemoMilestone[];
  /** What counts as done. */
  measure: string;
  /** What evidence is required. */
  evidence: string;
  resource: DemoResource;
  /** What exactly is promised; empty when the resource is 'none'. */
  resourceText: string;
};

export type DemoVerification = { solved: boolean; note: string };

export type DemoDecision = {
  problemKey: string;
  /** Paragraphs as the note-taker wrote them. */
  discussion: string[];
  outcome: DemoOutcome;
  resolutions: DemoResolution[];
  /** Progress notes in order, as the lead unit wrote them. */
  progress: string[];
  /** What the unit says when it reports the matter handled. */
  handledClaim: string;
  verification: DemoVerification;
  /** What came of it, in plain words. */
  residentOutcome: string;
};

export type DemoRefusalCode =
  | "solvableByUnit"
  | "notCoordinated"
  | "impromptu"
  | "skipsLevel"
  | "incomplete"
  | "outOfScope";

export type DemoRefusal = {
  problemKey: string;
  code: DemoRefusalCode;
  /** A sentence to whoever raised it. */
  explanation: string;
};

/** Two problems likely to be the same matter, or the same thing coming back. */
export type DemoSimilarPair = {
  keys: [string, string];
  kind: "acrossStreets" | "recurring";
  reasonZh: string;
};

export type DemoRemarks = {
  /** What the chair says on opening. */
  chairOpenings: string[];
  /** What the chair demands on closing. */
  closingRequirements: string[];
  /** What was seen on the spot. */
  siteVisits: string[];
  /** Reservations put on record, by the account of the unit that has them. */
  reservations: { account: string; words: string }[];
};
