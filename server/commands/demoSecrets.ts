import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a demo installation makes up for itself on its first start. */
export interface DemoSecrets {
  ledgerKey: string;
  password: string;
  /** The district has been made in full; a start that was interrupted before begins anew. */
  seeded?: boolean;
}

const fileOf = (folder: string) => join(folder, "demo.json");

/** The secrets of a demo data folder, or undefined when it is not one. */
export function demoSecrets(folder: string): DemoSecrets | undefined {
  if (!existsSync(fileOf(folder))) return undefined;
  return JSON.parse(readFileSync(fileOf(folder), "utf8")) as DemoSecrets;
}

/** Makes and keeps the secrets of a new demo folder, readable by its owner alone. */
export function createDemoSecrets(folder: string, password: string | undefined): DemoSecrets {
  const secrets = {
    ledgerKey: randomBytes(32).toString("hex"),
    password: password || randomBytes(9).toString("base64url"),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder), JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** Notes that the district of a demo folder is complete. */
export function markSeeded(folder: string, secrets: DemoSecrets): void {
  writeFileSync(fileOf(folder), JSON.stringify({ ...secrets, seeded: true }), { mode: 0o600 });
}

/** Removes the secrets of a demo folder, and nothing else in it. */
export function removeDemoSecrets(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}
