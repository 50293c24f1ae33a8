import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { SqliteDatabase } from "~db/sqlite/sqliteDatabase";
import { ConfigurationError } from "~server/configuration";
import { openOrSay, sayOfListening } from "~server/startFault";
import { fillDisk } from "../../builders/fullDisk";
import { serverBuild } from "../../builders/pages";
import { startWebServer } from "../../builders/webServer";

let folder: string;
let database: SqliteDatabase | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "huishang-disk-"));
});
afterEach(() => {
  setDatabase(undefined);
  database?.close();
  database = undefined;
  rmSync(folder, { recursive: true });
});

const open = () => {
  database = new SqliteDatabase(databaseFile(folder), "db");
  setDatabase(database);
  return database;
};

const write = (database: SqliteDatabase) =>
  database.transact(async () => {
    database.writer.exec("create table more (bytes blob); insert into more values (zeroblob(1000000))");
  });

describe("a full disk", () => {
  it("makes the server unready while nothing can be written, and ready again afterwards", async () => {
    const full = open();
    const server = await startWebServer(await serverBuild(["_index"]));
    const ready = async () => (await server.send({ path: "/readyz" })).status;
    expect(await ready()).toBe(200);
    fillDisk(full, true);
    await expect(write(full)).rejects.toThrow(/full/);
    expect(await ready()).toBe(503);
    expect(await ready()).toBe(503);
    fillDisk(full, false);
    expect(await ready()).toBe(200);
    await write(full);
    await server.close();
  });

  it("is not taken for one when a use case fails", async () => {
    const whole = open();
    await expect(whole.transact(() => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    fillDisk(whole, true);
    await expect(whole.check()).resolves.toBeUndefined();
  });
});

describe("the database's file", () => {
  it("is read and written by its own account alone, and so is what stands beside it", async () => {
    writeFileSync(databaseFile(folder), "", { mode: 0o644 });
    const { file } = open();
    await write(database!);
    for (const ending of ["", "-wal", "-shm"])
      expect(statSync(file + ending).mode & 0o777, ending).toBe(0o600);
  });
});

describe("what keeps a server from starting", () => {
  const said = (place: string) => {
    try {
      openOrSay(place, () => new SqliteDatabase(databaseFile(place), "db")).close();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigurationError);
      return (error as Error).message;
    }
    return null;
  };

  it("is said in a sentence: a file in place of the folder, a folder in place of the file, another file", () => {
    const file = join(folder, "file");
    writeFileSync(file, "x".repeat(5_000));
    expect(said(file)).toContain("is a file and not a folder");
    expect(said(join(file, "below"))).toContain("lies below a file");
    mkdirSync(databaseFile(folder));
    expect(said(folder)).toContain("cannot be written by this account");
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(databaseFile(other), "x".repeat(5_000));
    expect(said(other)).toContain("is no database");
  });

  it("is said of a folder that this account may only read", () => {
    const locked = join(folder, "locked");
    mkdirSync(locked, { mode: 0o555 });
    chmodSync(folder, 0o755);
    // Nothing is locked for root.
    const isRoot = process.geteuid!() === 0;
    if (isRoot) process.seteuid!(65_534);
    try {
      expect(said(locked)).toBe(`the data folder ${locked} cannot be written by this account (EACCES)`);
    } finally {
      if (isRoot) process.seteuid!(0);
    }
  });

  it("is said of a port that is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const second = createServer();
    const error = await new Promise((resolve) => second.once("error", resolve).listen(port, "127.0.0.1"));
    const fault = sayOfListening(error, { port, host: "127.0.0.1" });
    expect(fault).toBeInstanceOf(ConfigurationError);
    expect((fault as Error).message).toBe(`PORT ${port} of 127.0.0.1 is in use by another program`);
    taken.close();
  });
});
