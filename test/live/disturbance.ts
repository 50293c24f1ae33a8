import { type Client, type LiveServer, openLiveServer } from "../builders/liveServer";

/** Leaves, comes back, or loses the network without a word: by `below`, a chance below a bound. */
export function disturb(below: (bound: number) => number, client: Client): void {
  const act = below(3);
  if (act === 0) client.provider.disconnect();
  else if (act === 1) client.provider.connect();
  else (client.provider.ws as unknown as { terminate?(): void } | null)?.terminate?.();
}

/** Ends the server, orderly or as a killed process would, and starts another one on its file and port. */
export async function restart(server: LiveServer, limits: object, kill: boolean): Promise<LiveServer> {
  let next = server;
  if (kill) server.live.abandon();
  else await server.live.drain();
  await server.restart(async () => {
    next = await openLiveServer({ file: server.file, port: server.port, limits });
    Object.assign(next.people, server.people);
  });
  return next;
}
