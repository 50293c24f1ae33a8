import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addMilestone, addResolution, setMilestoneField, setResolutionField } from "~/record/document/record";
import { RoomDocument } from "~server/live/document/document";
import { defaultLimits } from "~server/live/limits";
import { plainDocument } from "~server/live/plainDocument";
import { chance } from "../../builders/chance";

/** A value that somebody set, and what their page showed in the field when they did. */
interface Written {
  value: string;
  over: string | null;
}

interface Page {
  document: Y.Doc;
  /** On its way to the server, and from there. */
  out: Uint8Array[];
  in: Uint8Array[];
}

const fields = {
  measure: {
    read: (document: Y.Doc) => entry(document).get("measure"),
    write: (document: Y.Doc, value: string) => setResolutionField(document, "r", "measure", value),
  },
  milestone: {
    read: (document: Y.Doc) => step(document).get("text"),
    write: (document: Y.Doc, value: string) => setMilestoneField(document, "r", "m", "text", value),
  },
};
const entry = (document: Y.Doc) => document.getMap("resolutions").get("r") as Y.Map<unknown>;
const step = (document: Y.Doc) => (entry(document).get("milestones") as Y.Map<Y.Map<unknown>>).get("m")!;

/** Lets three people write in the same fields for a while, what they send and receive being as late as it likes. */
function trial(seed: number) {
  const { below } = chance(seed);
  const server = new RoomDocument(
    { document: plainDocument(), sequence: 0, snapshotBytes: 0, logCount: 0, logBytes: 0, state: null },
    defaultLimits,
  );
  addResolution(server.document, { id: "r", topicId: "t" });
  addMilestone(server.document, "r", { id: "m", text: "" });
  const pages = [1, 2, 3].map((client): Page => {
    const page: Page = { document: new Y.Doc(), out: [], in: [] };
    Y.applyUpdate(page.document, server.whole(), "server");
    page.document.clientID = client * 1_000 + below(900);
    page.document.on("update", (bytes, origin) => origin !== "server" && page.out.push(bytes));
    return page;
  });
  const written: Record<string, Written[]> = { measure: [], milestone: [] };
  const kept: unknown[] = [];
  const send = (page: Page) => {
    const batch = page.out.splice(0, 1 + below(page.out.length));
    if (batch.length === 0) return;
    const applied = server.apply(batch.map((bytes) => ({ bytes, step2: false })));
    expect(applied.outcomes.every((outcome) => outcome === "new")).toBe(true);
    kept.push(...applied.losses.map(({ loss }) => loss.value));
    for (const { in: waiting } of pages) if (applied.merged) waiting.push(applied.merged);
  };
  const receive = ({ document, in: waiting }: Page) => {
    for (const bytes of waiting.splice(0, 1 + below(waiting.length)))
      Y.applyUpdate(document, bytes, "server");
  };
  for (let act = 0; act < 90; act++) {
    const page = pages[below(3)]!;
    const [name, field] = Object.entries(fields)[below(2)]!;
    const which = below(4);
    if (which === 0) send(page);
    else if (which === 1) receive(page);
    else {
      const over = field.read(page.document);
      const value = `〔${act}〕`;
      field.write(page.document, value);
      written[name]!.push({ value, over: typeof over === "string" ? over : null });
    }
  }
  while (pages.some(({ out }) => out.length > 0)) for (const page of pages) send(page);
  return { written, kept, stands: (name: keyof typeof fields) => fields[name].read(server.document) };
}

describe("values that several people set at once", () => {
  it("stand, were replaced by somebody who saw them, or are kept: each of them, and nothing else", () => {
    let all = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { written, kept, stands } = trial(seed);
      for (const name of ["measure", "milestone"] as const) {
        const seen = new Set(written[name]!.map(({ over }) => over));
        for (const { value } of written[name]!) {
          const gone = value !== stands(name) && !seen.has(value);
          expect(gone && !kept.includes(value), `${value} of seed ${seed} is lost`).toBe(false);
          expect(value === stands(name) && kept.includes(value), `${value} of seed ${seed} stands`).toBe(
            false,
          );
        }
      }
      all += kept.length;
    }
    // The trial is one only where they do collide.
    expect(all).toBeGreaterThan(200);
  });
});
