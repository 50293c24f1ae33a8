import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { deletedIn, PendingEdits } from "~/record/live/pendingEdits";

/** A page and a server that has heard what it was sent. */
function pair() {
  const page = new Y.Doc();
  const server = new Y.Doc();
  const pending = new PendingEdits();
  const sent: Uint8Array[] = [];
  const echoed: Uint8Array[] = [];
  let at = 0;
  page.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server") return;
    at += 5_000;
    pending.wrote(update, at);
    sent.push(update);
  });
  server.on("update", (update: Uint8Array) => echoed.push(update));
  const hear = (update: Uint8Array) => {
    Y.applyUpdate(page, update, "server");
    pending.arrived(update);
  };
  return {
    page,
    server,
    pending,
    sent,
    /** The server stores what it was sent, in one batch, and says so. */
    echo() {
      server.transact(() => {
        for (const update of sent.splice(0)) Y.applyUpdate(server, update);
      });
      for (const update of echoed.splice(0)) hear(update);
    },
    /** The server stores what it was sent, and sends it on as it came. */
    acknowledge() {
      for (const update of sent.splice(0)) {
        Y.applyUpdate(server, update);
        hear(update);
      }
    },
    /** The page comes back to the server. */
    connect() {
      sent.length = 0;
      const question = Y.encodeStateVector(server);
      pending.serverHas(question, page, at);
      const answer = Y.encodeStateAsUpdate(server, Y.encodeStateVector(page));
      const held = deletedIn(page);
      Y.applyUpdate(page, answer, "server");
      pending.answered(answer, held, at);
      sent.push(Y.encodeStateAsUpdate(page, question));
    },
  };
}

describe("an edit is pending until the server sends it back", () => {
  it("when it adds", () => {
    const { page, pending, echo } = pair();
    page.getText().insert(0, "会商");
    expect(pending.count).toBe(1);
    echo();
    expect(pending.count).toBe(0);
  });

  it("when it only removes", () => {
    const { page, pending, echo } = pair();
    page.getText().insert(0, "会商日");
    echo();
    page.getText().delete(1, 1);
    expect(pending.count).toBe(1);
    echo();
    expect(pending.count).toBe(0);
  });

  it("when it removes what it had itself just added", () => {
    const { page, pending, echo } = pair();
    page.getText().insert(0, "会商日");
    page.getText().delete(0, 3);
    expect(pending.count).toBe(2);
    echo();
    expect(pending.count).toBe(0);
  });

  it("and another person's edit acknowledges nothing", () => {
    const { page, server, pending, echo } = pair();
    page.getText().insert(0, "甲");
    const other = new Y.Doc();
    other.getText().insert(0, "乙");
    const update = Y.encodeStateAsUpdate(other);
    Y.applyUpdate(page, update, "server");
    pending.arrived(update);
    expect(pending.count).toBe(1);
    Y.applyUpdate(server, update);
    echo();
    expect(pending.count).toBe(0);
  });

  it("also where another person has removed the same words", () => {
    const { page, server, pending, sent, echo } = pair();
    page.getText().insert(0, "会商日");
    echo();
    page.getText().delete(0, 3);
    // Both removals come to the server; only the first one does anything.
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(server));
    other.getText().delete(0, 3);
    sent.unshift(Y.encodeStateAsUpdate(other, Y.encodeStateVector(server)));
    echo();
    expect(pending.count).toBe(0);
  });
});

describe("what is counted", () => {
  it("is what was typed in one go, not the letters", () => {
    const page = new Y.Doc();
    const pending = new PendingEdits();
    let at = 0;
    page.on("update", (update: Uint8Array) => pending.wrote(update, at));
    for (const letter of "consultation") {
      at += 200;
      page.getText().insert(0, letter);
    }
    expect(pending.count).toBe(1);
    at += 5_000;
    page.getText().insert(0, "x");
    expect(pending.count).toBe(2);
  });
});

describe("coming back after the network was away", () => {
  it("knows at once what the server had stored without being able to say so", () => {
    const { page, server, pending, sent, connect } = pair();
    page.getText().insert(0, "已存");
    for (const update of sent.splice(0)) Y.applyUpdate(server, update);
    page.getText().delete(0, 1);
    for (const update of sent.splice(0)) Y.applyUpdate(server, update);
    expect(pending.count).toBe(2);
    connect();
    expect(pending.count).toBe(0);
  });

  it("keeps counting what the server lacks, then settles it", () => {
    const { page, pending, echo, connect } = pair();
    page.getText().insert(0, "第一段");
    echo();
    page.getText().insert(3, "离线");
    page.getText().delete(0, 1);
    connect();
    expect(pending.count).toBe(2);
    echo();
    expect(pending.count).toBe(0);
  });

  it("finds what was written before the page was loaded", () => {
    const { page, pending, connect, echo } = pair();
    const stored = new Y.Doc();
    stored.getText().insert(0, "昨天离线写的");
    stored.getText().delete(0, 2);
    Y.applyUpdate(page, Y.encodeStateAsUpdate(stored), "server");
    expect(pending.count).toBe(0);
    connect();
    expect(pending.count).toBeGreaterThan(0);
    echo();
    expect(pending.count).toBe(0);
  });

  it("finds a removal made before the page was loaded", () => {
    const { page, server, pending, connect, echo } = pair();
    const stored = new Y.Doc();
    stored.getText().insert(0, "会商日");
    Y.applyUpdate(server, Y.encodeStateAsUpdate(stored));
    stored.getText().delete(0, 1);
    Y.applyUpdate(page, Y.encodeStateAsUpdate(stored), "server");
    connect();
    expect(pending.count).toBe(1);
    echo();
    expect(pending.count).toBe(0);
  });
});

describe("a field that two wrote while apart is settled by one echo", () => {
  it("whoever of the two stays", () => {
    for (const clientID of [1, 2]) {
      const { page, server, pending, connect, acknowledge } = pair();
      page.clientID = clientID;
      server.clientID = 3 - clientID;
      page.getMap("slip").set("standard", "居民签字");
      server.getMap("slip").set("standard", "街道签字");
      connect();
      expect(pending.count).toBe(1);
      acknowledge();
      expect(page.getMap("slip").toJSON()).toEqual(server.getMap("slip").toJSON());
      expect(pending.count).toBe(0);
    }
  });
});

/** A small generator of numbers, so that a failing run can be repeated. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it("is never short of an edit and always comes to nothing, in any order of events", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = random(seed);
    const { page, server, pending, echo, connect } = pair();
    const text = page.getText();
    const map = page.getMap("fields");
    for (let step = 0; step < 60; step++) {
      const act = next(10);
      if (act < 3) text.insert(next(text.length + 1), "字".repeat(1 + next(4)));
      else if (act < 5 && text.length > 0) text.delete(next(text.length), 1);
      else if (act < 6) map.set(`k${next(3)}`, next(9));
      else if (act < 7) map.delete(`k${next(3)}`);
      else if (act < 9) echo();
      else connect();
      const same = Y.equalSnapshots(Y.snapshot(page), Y.snapshot(server));
      if (!same) expect(pending.count, `seed ${seed}, step ${step}`).toBeGreaterThan(0);
    }
    connect();
    echo();
    expect(pending.count, `seed ${seed}`).toBe(0);
    expect(server.getText().toString()).toBe(text.toString());
  }
});
