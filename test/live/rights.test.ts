import { afterEach, describe, expect, it } from "vitest";
import { closeLiveServers, openLiveServer, until, wordsOf } from "../builders/liveServer";

afterEach(closeLiveServers);

describe("rights while connected", () => {
  it("lets a reader read, with nothing of its own to say", async () => {
    const server = await openLiveServer();
    server.people.reader = { right: "read", signedIn: true };
    const [anna, reader] = [server.client("anna"), server.client("reader")];
    await Promise.all([anna.synced(), reader.synced()]);
    anna.write("公开");
    await until(() => reader.text() === "公开", "the reader sees it");
    // On coming back it answers the server's question with all it has, which is nothing new.
    reader.provider.disconnect();
    reader.provider.connect();
    await reader.synced();
    const probe = server.client("probe");
    await probe.synced();
    expect(reader.provider.wsconnected).toBe(true);
    expect(server.live.stats().closed).toEqual({});
  });

  it("closes a reader that writes, also when it only deletes, and stores nothing", async () => {
    const server = await openLiveServer();
    server.people.reader = { right: "read", signedIn: true };
    const [anna, reader] = [server.client("anna"), server.client("reader")];
    await Promise.all([anna.synced(), reader.synced()]);
    anna.write("公开");
    await until(() => reader.text() === "公开", "the reader sees it");
    const closed = reader.closed();
    wordsOf(reader.document).delete(0, 1);
    expect(await closed).toBe(4403);
    expect(reader.provider.shouldConnect).toBe(false);
    const again = server.client("reader");
    await again.synced();
    const closedAgain = again.closed();
    again.write("偷");
    expect(await closedAgain).toBe(4403);
    const late = server.client("late");
    await late.synced();
    expect([anna.text(), late.text()]).toEqual(["公开", "公开"]);
    expect(server.live.stats().updatesStored).toBe(1);
  });

  it("bears with what a reader's Yjs tidies up by itself", async () => {
    const server = await openLiveServer();
    server.people.reader = { right: "read", signedIn: true };
    const [anna, bob, reader] = [server.client("anna"), server.client("bob"), server.client("reader")];
    await Promise.all([anna.synced(), bob.synced(), reader.synced()]);
    anna.write("甲乙");
    await until(() => bob.text() === "甲乙" && reader.text() === "甲乙", "all see it");
    const tidied: Uint8Array[] = [];
    reader.document.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== reader.provider) tidied.push(bytes);
    });
    // The same word on both sides at once: together they leave marks too many.
    wordsOf(anna.document).format(0, 1, { bold: {} });
    wordsOf(bob.document).format(0, 1, { bold: {} });
    await until(() => tidied.length > 0, "the reader's Yjs made an edit of its own");
    const closed = reader.closed();
    const frames = server.live.stats().framesIn;
    reader.provider.awareness.setLocalStateField("topicId", "after");
    await until(() => server.live.stats().framesIn > frames, "a later message of the reader has arrived");
    expect(server.live.stats().closed).toEqual({});
    expect(reader.provider.wsconnected).toBe(true);
    // What is somebody's doing still closes.
    wordsOf(reader.document).delete(0, 1);
    expect(await closed).toBe(4403);
  });

  it("turns a writer into a reader at once; what it had not sent it keeps", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.write("甲");
    await until(() => bob.text() === "甲", "bob sees it");
    server.people.anna!.right = "read";
    const closed = anna.closed();
    const review = server.live.rooms.reviewAccess("anna");
    anna.write("乙");
    expect(await closed).toBe(4301);
    await review;
    // It comes back as a reader with words the server does not know: now it stops, and keeps them.
    const stopped = anna.closed();
    expect(await stopped).toBe(4403);
    expect([anna.text(), bob.text()]).toEqual(["甲乙", "甲"]);
    expect(bob.provider.wsconnected).toBe(true);
  });

  it("lets a downgraded writer with nothing unsent go on reading", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    server.people.anna!.right = "read";
    const closed = anna.closed();
    await server.live.rooms.reviewAccess("anna");
    expect(await closed).toBe(4301);
    await anna.synced();
    bob.write("丙");
    await until(() => anna.text() === "丙", "anna reads on");
  });

  it("accepts nothing from the moment rights are being reviewed", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    let release: () => void = () => undefined;
    server.admissionGate.wait = new Promise((resolve) => {
      release = resolve;
    });
    server.people.anna!.right = "none";
    const closed = anna.closed();
    const review = server.live.rooms.reviewAccess();
    const before = server.live.stats().framesIn;
    anna.write("迟");
    bob.write("等");
    await until(() => server.live.stats().framesIn >= before + 2, "the frames have arrived");
    // Time enough to be stored, were they taken.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.live.stats().updatesStored).toBe(0);
    release();
    await review;
    expect(await closed).toBe(4403);
    await until(() => server.live.stats().updatesStored === 1, "what the other wrote meanwhile is stored");
    const carl = server.client("carl");
    await carl.synced();
    expect(carl.text()).toBe("等");
  });

  it("does not let in whose right is lost while that is being decided", async () => {
    const server = await openLiveServer();
    let asked = 0;
    server.people.anna = {
      signedIn: true,
      get right() {
        asked += 1;
        if (asked === 1) queueMicrotask(() => void server.live.rooms.reviewAccess("anna"));
        return asked <= 1 ? "write" : "none";
      },
    };
    expect(await server.client("anna").closed()).toBe(4403);
  });

  it("reviews everybody by itself from time to time", async () => {
    const server = await openLiveServer({ limits: { recheck: 10 } });
    const anna = server.client("anna");
    await anna.synced();
    server.people.anna!.signedIn = false;
    expect(await anna.closed()).toBe(4401);
    expect(anna.provider.shouldConnect).toBe(false);
  });

  it("closes for coming back when the right cannot be found out", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    const closed = anna.closed();
    server.admissionGate.wait = Promise.reject(new Error("busy"));
    server.admissionGate.wait.catch(() => undefined);
    await server.live.rooms.reviewAccess("anna");
    expect(await closed).toBe(1013);
    server.admissionGate.wait = Promise.resolve();
    await anna.synced();
  });
});
