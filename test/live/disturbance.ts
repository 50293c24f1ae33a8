import { type Client, type Hall, openHall } from "../builders/liveServer";

/** Leaves, comes back, or loses the network without a word: by `below`, a chance below a bound. */
export function disturb(below: (bound: number) => number, client: Client): void {
  const act = below(3);
  if (act === 0) client.provider.disconnect();
  else if (act === 1) client.provider.connect();
  else (client.provider.ws as unknown as { terminate?(): void } | null)?.terminate?.();
}

/** Ends the server, orderly or as a killed process would, and starts another one on its file and port. */
export async function restart(hall: Hall, limits: object, kill: boolean): Promise<Hall> {
  let next = hall;
  if (kill) hall.live.abandon();
  else await hall.live.drain();
  await hall.restart(async () => {
    next = await openHall({ file: hall.file, port: hall.port, limits });
    Object.assign(next.people, hall.people);
  });
  return next;
}
