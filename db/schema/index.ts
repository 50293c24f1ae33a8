export * from "./ledger";
export * from "./live";
export * from "./plan";
export * from "./problem";
export * from "./search";
export * from "./session";
export * from "./task";
export * from "./unit";
