import { databaseFile } from "~db/dataFolder";
import { connect } from "~db/sqlite/connection";
import { stepThatFails } from "../builders/world";

type Row = Record<string, string | number | null>;
type Ask = <T = Row>(sql: string, ...parameters: unknown[]) => T[];

/** Reads the database of a data folder beside whoever writes it, at one instant. */
export function readRows<T>(folder: string, look: (ask: Ask) => T): T {
  const connection = connect(databaseFile(folder), true);
  try {
    connection.exec("BEGIN");
    return look((sql, ...parameters) => connection.prepare(sql).all(...parameters) as never);
  } finally {
    connection.close();
  }
}

/** What must hold of a database whatever was done to its server: sentences for what does not. */
export function brokenRules(folder: string): string[] {
  return readRows(folder, (ask) => {
    const [whole] = ask<{ integrity_check: string }>("pragma integrity_check");
    const integrity = whole?.integrity_check ?? "no answer";
    const lost = ask("pragma foreign_key_check").length;
    const [dead] = ask<{ number: number }>(
      "select count(*) as number from outbox where dead_at is not null and kind <> ?",
      stepThatFails,
    );
    return [
      ...(integrity === "ok" ? [] : [`the database says of itself: ${integrity}`]),
      ...(lost === 0 ? [] : [`${lost} rows refer to others that are not there`]),
      ...(dead!.number === 0 ? [] : [`${dead!.number} steps of the outbox were given up`]),
    ];
  });
}

/** Waits until everything that has to follow has followed; false when it has not in time. */
export async function untilFollowed(folder: string, seconds: number): Promise<boolean> {
  for (let left = seconds * 10; left > 0; left--) {
    const [{ number } = { number: 0 }] = readRows(folder, (ask) =>
      ask<{ number: number }>("select count(*) as number from outbox where dead_at is null"),
    );
    if (number === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Takes back, beside the server, that sign-ins were ended: whoever signed out goes on asking. */
export function signInAgain(folder: string): void {
  const connection = connect(databaseFile(folder), false);
  try {
    connection.exec("update sign_in set ended_at = null where ended_at is not null");
  } finally {
    connection.close();
  }
}
